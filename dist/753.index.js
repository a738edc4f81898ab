export const id = 753;
export const ids = [753];
export const modules = {

/***/ 6134:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   startSecrets: () => (/* binding */ startSecrets)
/* harmony export */ });
/* harmony import */ var _types_redact_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2024);

/** None yet. The process has one of these, made by index.ts and given to whatever writes something that stays. */
function startSecrets() {
    let secrets = [];
    return {
        add(secret) {
            if (secret === '' || secrets.includes(secret))
                return;
            secrets = [...secrets, secret].sort((a, b) => b.length - a.length);
        },
        hide: (text) => (0,_types_redact_js__WEBPACK_IMPORTED_MODULE_0__/* .withoutSecrets */ .cT)(text, secrets),
        longest: () => secrets[0]?.length ?? 0,
    };
}


/***/ })

};

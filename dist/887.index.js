export const id = 887;
export const ids = [887];
export const modules = {

/***/ 2887:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  commentOn: () => (/* binding */ commentOn)
});

// EXTERNAL MODULE: ./src/plan/payload.ts
var plan_payload = __webpack_require__(5574);
;// CONCATENATED MODULE: ./src/plan/pull-request.ts

function pullRequestOf({ name, payload }) {
    const pullRequest = (0,plan_payload/* object */.Ik)((0,plan_payload/* object */.Ik)(payload)['pull_request']);
    const number = (0,plan_payload/* wholeNumber */.rD)(pullRequest['number']);
    if (number === undefined)
        return undefined;
    const [head, base] = ['head', 'base'].map((side) => (0,plan_payload/* fullNameOf */.E4)((0,plan_payload/* object */.Ik)(pullRequest[side])['repo']));
    const isFork = head === undefined || head !== base;
    return { number, isReadOnly: isFork && name !== 'pull_request_target' };
}

// EXTERNAL MODULE: ./src/scan/counts.ts
var scan_counts = __webpack_require__(2749);
// EXTERNAL MODULE: ./src/types/digest.ts
var digest = __webpack_require__(6221);
// EXTERNAL MODULE: ./src/types/scan.ts
var scan = __webpack_require__(2700);
// EXTERNAL MODULE: ./src/report/counts-of.ts
var counts_of = __webpack_require__(5728);
// EXTERNAL MODULE: ./src/report/findings.ts
var report_findings = __webpack_require__(9334);
// EXTERNAL MODULE: ./src/report/format.ts
var format = __webpack_require__(2011);
// EXTERNAL MODULE: ./src/report/grouped.ts
var grouped = __webpack_require__(4388);
// EXTERNAL MODULE: ./src/report/blockers.ts
var report_blockers = __webpack_require__(5595);
// EXTERNAL MODULE: ./src/report/layers.ts
var report_layers = __webpack_require__(7478);
// EXTERNAL MODULE: ./src/report/markdown.ts
var markdown = __webpack_require__(4285);
// EXTERNAL MODULE: ./src/report/headline.ts
var headline = __webpack_require__(4512);
// EXTERNAL MODULE: ./src/report/summary.ts + 7 modules
var summary = __webpack_require__(4133);
// EXTERNAL MODULE: ./src/report/tag-line.ts
var tag_line = __webpack_require__(1897);
// EXTERNAL MODULE: ./src/report/tags-first.ts
var tags_first = __webpack_require__(5162);
;// CONCATENATED MODULE: ./src/report/documents/comment.ts














const mostCharacters = 65_536;
const rowsToTry = [20, 8, 3, 0];
const commentDocument = {
    input: 'comment',
    isAsked: ({ inputs }) => inputs?.comment === true && inputs.mode !== 'plan',
    marker: markerOf,
    text(report) {
        const texts = rowsToTry.map((rows) => () => textOf(report, rows));
        const whole = texts.map((make) => make()).find((text) => text.length <= mostCharacters);
        return whole ?? [markerOf(report), `### ${(0,headline/* headline */.Pl)(report)}`, runLink(report)].join('\n\n');
    },
};
function markerOf({ inputs }) {
    const { repository = 'unknown', build } = inputs ?? {};
    const parts = [[...(build?.platforms ?? [])].sort().join(','), build?.target ?? ''];
    return `<!-- ecr-ship:comment ${[repository, ...parts].map(encodeURIComponent).join(' ').replaceAll('%2F', '/').trimEnd()} -->`;
}
function textOf(report, rows) {
    const findings = [...countPart(report), ...findingParts(report, rows)];
    const image = [...imagePart(report), ...layerPart(report)];
    const blockers = (0,grouped/* grouped */.zD)((0,grouped/* blocking */.ub)(report.verdict));
    return [
        markerOf(report),
        `### ${(0,headline/* headline */.Pl)(report)}`,
        ...(0,tags_first/* tagsFirstNote */.Oz)(report),
        ...(0,summary/* opening */.zs)(report),
        glance(report),
        ...(rows === 0 || blockers.length === 0 ? [] : (0,report_blockers/* blockerTable */.n)(report, blockers, rows)),
        ...(0,summary/* incompleteSection */.c7)(report),
        ...(isWell(report)
            ? folded('Findings, image and layers', [...findings, ...image])
            : [...findings, ...folded('Image and layers', image)]),
    ]
        .filter((part) => part !== '')
        .join('\n\n');
}
function isWell({ failure, verdict, inputs }) {
    const isPassed = verdict === undefined || verdict.outcome === 'passed';
    return failure === undefined && isPassed && !(0,tags_first/* isTagsFirst */.EY)(inputs) && newFindings({ verdict }).length === 0;
}
function folded(title, parts) {
    return parts.length === 0 ? [] : (0,markdown/* details */.zH)(title, parts);
}
function glance(report) {
    const { image, sizeChange } = report;
    const change = sizeChange === undefined ? '' : ` (${(0,format/* signedBytes */.Sq)(sizeChange)})`;
    const counts = (0,counts_of/* countsOf */.m)(report);
    return [
        ...(image === undefined ? [] : [`${(0,format/* formatBytes */.z3)(image.size)}${change}`]),
        ...(counts === undefined
            ? []
            : [`${(0,format/* formatCounts */.gM)(counts)}${differenceWords(report.verdict?.comparison)}`]),
        runLink(report),
    ]
        .filter((part) => part !== '')
        .join(' · ');
}
function differenceWords(comparison) {
    return comparison?.kind === 'compared'
        ? ` (${String(comparison.added)} new, ${String(comparison.fixed.length)} fixed)`
        : '';
}
function runLink({ run }) {
    return run.runUrl === undefined ? '' : (0,markdown/* link */.nf)('Log', run.runUrl);
}
function imagePart(report) {
    const { image, repository, plan, candidateRemoved } = report;
    if (image === undefined || repository === undefined)
        return [];
    const commit = plan?.source.commit;
    const rows = [
        [
            'Image',
            candidateRemoved
                ? 'removed, because it had no tag of its own'
                : (0,markdown/* code */.aY)(`${repository.uri}@${image.digest}`),
        ],
        ['Tags', (0,tag_line/* tagsCell */.QV)(report)],
        [
            'Platforms',
            image.platforms.map(({ platform, size }) => `${(0,markdown/* code */.aY)(platform)} ${(0,format/* formatBytes */.z3)(size)}`).join(', '),
        ],
        ...(commit === undefined ? [] : [['Commit', (0,markdown/* code */.aY)(commit.slice(0, 12))]]),
        ...comparedWith(report).map((image) => ['Compared with', image]),
    ];
    return [(0,markdown/* table */.tp)(['', ''], rows).join('\n')];
}
function comparedWith({ baseline, verdict, plan }) {
    const { comparison } = verdict ?? {};
    if (baseline === undefined) {
        const branch = plan?.source.baseBranch;
        return branch === undefined ? [] : [`nothing: no tag of ${(0,markdown/* code */.aY)(branch)} is in the repository`];
    }
    const image = `${(0,markdown/* code */.aY)(baseline.tag)} (${(0,markdown/* code */.aY)((0,digest/* shortDigest */.VK)(baseline.digest))})`;
    return comparison?.kind === 'unreadable'
        ? [`${image}, whose findings cannot be read in full: ${(0,markdown/* escapeMarkdown */.FV)((0,report_findings/* shorten */.ml)(comparison.why, 300))}`]
        : [image];
}
function countPart(report) {
    const counts = (0,counts_of/* countsOf */.m)(report);
    if (counts === undefined)
        return [];
    const { comparison } = report.verdict ?? {};
    const added = (0,scan_counts/* countFindings */.Gt)(newFindings(report).map(({ finding }) => finding));
    const fixed = (0,scan_counts/* countFindings */.Gt)(fixedFindings(report).map(({ finding }) => finding));
    const isCompared = comparison?.kind === 'compared';
    const rows = scan/* severities */.gO
        .filter((severity) => counts[severity] + fixed[severity] > 0)
        .map((severity) => [
        severity,
        String(counts[severity]),
        ...(isCompared ? [String(added[severity]), String(fixed[severity])] : []),
    ]);
    if (rows.length === 0)
        return ['No findings.'];
    const header = ['Severity', 'Findings', ...(isCompared ? ['New', 'Fixed'] : [])];
    return [(0,markdown/* table */.tp)(header, rows, [1, 2, 3]).join('\n')];
}
function newFindings({ verdict }) {
    return verdict?.comparison?.kind === 'compared' ? verdict.findings.filter(({ isNew }) => isNew) : [];
}
function fixedFindings({ verdict }) {
    return verdict?.comparison?.kind === 'compared' ? verdict.comparison.fixed : [];
}
function findingParts(report, most) {
    const blockers = new Set((0,grouped/* blocking */.ub)(report.verdict).map(({ finding }) => finding));
    const others = newFindings(report).filter(({ finding }) => !blockers.has(finding));
    return [
        ...findingPart(blockers.size === 0 ? 'New' : 'New besides', others, report, most),
        ...findingPart('Fixed', fixedFindings(report), report, most),
    ];
}
function findingPart(title, findings, { image }, most) {
    if (findings.length === 0 || most === 0)
        return [];
    const groups = (0,grouped/* grouped */.zD)(findings);
    const all = image?.platforms.map(({ platform }) => platform) ?? [];
    const saysWhere = all.length > 1;
    const rows = groups
        .slice(0, most)
        .map((group) => [
        (0,markdown/* escapeMarkdown */.FV)((0,report_findings/* severityText */.pA)(group.finding)),
        (0,grouped/* nameCell */.UQ)(group, false),
        (0,grouped/* versionsCell */.yu)(group),
        ...(saysWhere ? [(0,grouped/* platformsCell */.zU)(group.platforms, all)] : []),
    ]);
    const more = groups.length - rows.length;
    const header = ['Severity', 'Finding', 'Installed → fixed in', ...(saysWhere ? ['Platforms'] : [])];
    return [
        `**${title}:** ${(0,format/* plural */.LS)(findings.length, 'finding')}`,
        (0,markdown/* table */.tp)(header, rows).join('\n'),
        ...(more > 0 ? [`and ${String(more)} more: see the job summary.`] : []),
    ];
}
function layerPart(report) {
    const { baseline, before, image } = report;
    if (image === undefined || before === undefined || baseline === undefined)
        return [];
    if (before.platforms.length === 0)
        return [];
    const { changed, kept } = (0,report_layers/* layerChanges */.Nt)(report);
    const words = `**Layers:** ${String(kept)} as in ${(0,markdown/* code */.aY)(baseline.tag)}, ${String(changed.length)} changed or new`;
    if (changed.length === 0)
        return [words];
    const all = image.platforms.map(({ platform }) => platform);
    const rows = changed
        .slice(0, shownLayers)
        .map(({ size, instruction, change, platforms }) => [
        (0,format/* formatBytes */.z3)(size),
        change === undefined ? 'new' : (0,format/* signedBytes */.Sq)(change),
        `${instruction === undefined ? 'not said' : (0,markdown/* escapeMarkdown */.FV)((0,report_findings/* shorten */.ml)(instruction, 120))}${all.length > 1 ? `, ${(0,grouped/* platformsCell */.zU)(platforms, all)}` : ''}`,
    ]);
    return [words, (0,markdown/* table */.tp)(['Size', 'Change', 'Made by'], rows, [0, 1]).join('\n')];
}
const shownLayers = 8;

;// CONCATENATED MODULE: ./src/comment.ts


async function commentOn(found, shown, { github, log, fit }) {
    if (!commentDocument.isAsked(found))
        return;
    const pullRequest = pullRequestOf(found.run.event);
    if (pullRequest === undefined) {
        log.info(`There is no comment: the event ${found.run.event.name || 'of this run'} is about no pull request.`);
        return;
    }
    if (found.failure?.code === 'cancelled')
        return;
    if (pullRequest.isReadOnly) {
        log.notice('There is no comment: the pull request comes from a fork, for which GitHub gives a token that may only read. ' +
            'The job summary has all of it.');
        return;
    }
    const outcome = await github.keepComment({
        pullRequest: pullRequest.number,
        marker: commentDocument.marker(shown),
        text: fit(commentDocument.text(shown)),
    });
    tellOutcome(outcome, pullRequest.number, log);
}
function tellOutcome(outcome, pullRequest, log) {
    const there = `pull request #${String(pullRequest)}`;
    switch (outcome.kind) {
        case 'created':
        case 'updated':
        case 'unchanged':
            log.info(`The comment on ${there} was ${outcome.kind === 'unchanged' ? 'up to date' : outcome.kind}.`);
            return;
        case 'not-asked':
            log.notice('There is no comment: the input github-token is empty, or no GitHub API is known.');
            return;
        case 'forbidden':
            log.warning(`There is no comment on ${there}: GitHub refused it: ${outcome.why}. Give the job the permission pull-requests: write.`);
            return;
        case 'failed':
            log.warning(`There is no comment on ${there}: ${outcome.why}.`);
    }
}


/***/ })

};

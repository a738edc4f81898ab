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

/**
 * Source: GitHub docs, "Events that trigger workflows": what comes of a fork runs with a read-only token, except
 * `pull_request_target`.
 */
function pullRequestOf({ name, payload }) {
    const pullRequest = (0,plan_payload/* object */.Ik)((0,plan_payload/* object */.Ik)(payload)['pull_request']);
    const number = (0,plan_payload/* wholeNumber */.rD)(pullRequest['number']);
    if (number === undefined)
        return undefined;
    const [head, base] = ['head', 'base'].map((side) => (0,plan_payload/* fullNameOf */.E4)((0,plan_payload/* object */.Ik)(pullRequest[side])['repo']));
    const isFork = head === undefined || head !== base;
    return { number, isReadOnly: isFork && name !== 'pull_request_target' };
}

// EXTERNAL MODULE: ./src/policy/fixable.ts
var fixable = __webpack_require__(957);
// EXTERNAL MODULE: ./src/scan/counts.ts
var scan_counts = __webpack_require__(2749);
// EXTERNAL MODULE: ./src/types/digest.ts
var digest = __webpack_require__(6221);
// EXTERNAL MODULE: ./src/types/scan.ts
var scan = __webpack_require__(2700);
// EXTERNAL MODULE: ./src/report/counts-of.ts
var counts_of = __webpack_require__(5728);
// EXTERNAL MODULE: ./src/report/findings.ts
var findings = __webpack_require__(9334);
// EXTERNAL MODULE: ./src/report/format.ts
var format = __webpack_require__(2011);
// EXTERNAL MODULE: ./src/report/markdown.ts
var markdown = __webpack_require__(4285);
// EXTERNAL MODULE: ./src/report/summary.ts
var summary = __webpack_require__(7994);
// EXTERNAL MODULE: ./src/report/tags-first.ts
var tags_first = __webpack_require__(5162);
;// CONCATENATED MODULE: ./src/report/documents/comment.ts










/** The most that GitHub takes; it counts characters. Source: GitHub API, "body is too long (maximum is 65536 characters)". */
const mostCharacters = 65_536;
/** So many findings are listed of each kind; fewer where their texts are so long that they would not fit. */
const rowsToTry = [20, 8, 3, 0];
/** Verdict, size and findings against the image of the branch that the pull request is merged into. */
const commentDocument = {
    input: 'comment',
    isAsked: ({ inputs }) => inputs?.comment === true && inputs.mode !== 'plan',
    marker: markerOf,
    text(report) {
        const texts = rowsToTry.map((rows) => () => textOf(report, rows));
        const whole = texts.map((make) => make()).find((text) => text.length <= mostCharacters);
        return whole ?? [markerOf(report), `### ${(0,summary/* headline */.Pl)(report)}`, runLink(report)].join('\n\n');
    },
};
/** Repository, platforms and stage: what tells two images of one pull request apart. */
function markerOf({ inputs }) {
    const { repository = 'unknown', build } = inputs ?? {};
    const parts = [[...(build?.platforms ?? [])].sort().join(','), build?.target ?? ''];
    return `<!-- ecr-ship:comment ${[repository, ...parts].map(encodeURIComponent).join(' ').replaceAll('%2F', '/').trimEnd()} -->`;
}
function textOf(report, rows) {
    const details = [...imagePart(report), ...countPart(report), ...findingParts(report, rows)];
    return [
        markerOf(report),
        `### ${(0,summary/* headline */.Pl)(report)}`,
        ...(0,tags_first/* tagsFirstNote */.Oz)(report),
        ...(0,summary/* opening */.zs)(report),
        glance(report),
        ...(isWell(report) ? folded(details) : details),
    ]
        .filter((part) => part !== '')
        .join('\n\n');
}
/** All that there is to say is that it is well: nothing failed, nothing is unknown, and nothing is worse than before. */
function isWell({ failure, verdict, inputs }) {
    const isPassed = verdict === undefined || verdict.outcome === 'passed';
    return failure === undefined && isPassed && !(0,tags_first/* isTagsFirst */.EY)(inputs) && newFindings({ verdict }).length === 0;
}
function folded(parts) {
    return parts.length === 0 ? [] : ['<details><summary>Image and findings</summary>', ...parts, '</details>'];
}
/** The line that is enough for most: `12.3 MB (+1.2 MB) · 2 high (1 new, 3 fixed) · Log`. */
function glance(report) {
    const { image, sizeChange } = report;
    const change = sizeChange === undefined ? '' : ` (${signedBytes(sizeChange)})`;
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
function signedBytes(bytes) {
    if (bytes === 0)
        return '±0';
    return `${bytes > 0 ? '+' : '−'}${(0,format/* formatBytes */.z3)(Math.abs(bytes))}`;
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
        ['Tags', (0,summary/* tagsCell */.QV)(report)],
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
        ? [`${image}, whose findings cannot be read in full: ${(0,markdown/* escapeMarkdown */.FV)((0,findings/* shorten */.ml)(comparison.why, 300))}`]
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
function blockingFindings({ verdict }) {
    if (verdict?.outcome !== 'failed')
        return [];
    return verdict.breaches.flatMap((breach) => (breach.kind === 'severity' ? breach.findings : []));
}
/** Where nothing was compared nothing is known to be new. */
function newFindings({ verdict }) {
    return verdict?.comparison?.kind === 'compared' ? verdict.findings.filter(({ isNew }) => isNew) : [];
}
function fixedFindings({ verdict }) {
    return verdict?.comparison?.kind === 'compared' ? verdict.comparison.fixed : [];
}
function findingParts(report, most) {
    return [
        ...findingPart('Blocking', blockingFindings(report), most),
        ...findingPart('New', newFindings(report), most),
        ...findingPart('Fixed', fixedFindings(report), most),
    ];
}
function findingPart(title, findings, most) {
    if (findings.length === 0 || most === 0)
        return [];
    const rows = findings.slice(0, most).map(findingRow);
    const more = findings.length - rows.length;
    return [
        `**${title}:** ${(0,format/* plural */.LS)(findings.length, 'finding')}`,
        (0,markdown/* table */.tp)(['Severity', 'Finding', 'Package', 'Installed', 'Fixed in', 'Platform'], rows).join('\n'),
        ...(more > 0 ? [`and ${String(more)} more, which the job summary tells of.`] : []),
    ];
}
function findingRow({ finding, platform }) {
    const fixedIn = finding.fixedIn ?? ((0,fixable/* fixOf */.B)(finding) === 'yes' ? 'a later version' : '–');
    return [
        (0,markdown/* escapeMarkdown */.FV)((0,findings/* severityText */.pA)(finding)),
        (0,markdown/* link */.nf)((0,findings/* shorten */.ml)(finding.id), finding.uri),
        ...[finding.package, finding.installed, fixedIn].map((text) => (0,markdown/* escapeMarkdown */.FV)((0,findings/* shorten */.ml)(text ?? '–'))),
        (0,markdown/* code */.aY)(platform),
    ];
}

;// CONCATENATED MODULE: ./src/comment.ts


/**
 * Keeps the comment on the pull request up to date, where the person asks for one. A run is not worth less because there is
 * none: whatever stands in its way is said once.
 * @param found the report as it is, which knows the event
 * @param shown the same as it may be shown
 */
async function commentOn(found, shown, { github, log, fit }) {
    if (!commentDocument.isAsked(found))
        return;
    const pullRequest = pullRequestOf(found.run.event);
    if (pullRequest === undefined) {
        log.info(`There is no comment: the event ${found.run.event.name || 'of this run'} is about no pull request.`);
        return;
    }
    // Whoever cancels a run starts another one, or waits for this one to end.
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

import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 7163:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const debug = __nccwpck_require__(1159)
const { MAX_LENGTH, MAX_SAFE_INTEGER } = __nccwpck_require__(5101)
const { safeRe: re, t } = __nccwpck_require__(5471)

const parseOptions = __nccwpck_require__(356)
const { compareIdentifiers } = __nccwpck_require__(3348)

const isPrereleaseIdentifier = (prerelease, identifier) => {
  const identifiers = identifier.split('.')
  if (identifiers.length > prerelease.length) {
    return false
  }

  for (let i = 0; i < identifiers.length; i++) {
    if (compareIdentifiers(prerelease[i], identifiers[i]) !== 0) {
      return false
    }
  }

  return true
}

class SemVer {
  constructor (version, options) {
    options = parseOptions(options)

    if (version instanceof SemVer) {
      if (version.loose === !!options.loose &&
        version.includePrerelease === !!options.includePrerelease) {
        return version
      } else {
        version = version.version
      }
    } else if (typeof version !== 'string') {
      throw new TypeError(`Invalid version. Must be a string. Got type "${typeof version}".`)
    }

    if (version.length > MAX_LENGTH) {
      throw new TypeError(
        `version is longer than ${MAX_LENGTH} characters`
      )
    }

    debug('SemVer', version, options)
    this.options = options
    this.loose = !!options.loose
    // this isn't actually relevant for versions, but keep it so that we
    // don't run into trouble passing this.options around.
    this.includePrerelease = !!options.includePrerelease

    const m = version.trim().match(options.loose ? re[t.LOOSE] : re[t.FULL])

    if (!m) {
      throw new TypeError(`Invalid Version: ${version}`)
    }

    this.raw = version

    // these are actually numbers
    this.major = +m[1]
    this.minor = +m[2]
    this.patch = +m[3]

    if (this.major > MAX_SAFE_INTEGER || this.major < 0) {
      throw new TypeError('Invalid major version')
    }

    if (this.minor > MAX_SAFE_INTEGER || this.minor < 0) {
      throw new TypeError('Invalid minor version')
    }

    if (this.patch > MAX_SAFE_INTEGER || this.patch < 0) {
      throw new TypeError('Invalid patch version')
    }

    // numberify any prerelease numeric ids
    if (!m[4]) {
      this.prerelease = []
    } else {
      this.prerelease = m[4].split('.').map((id) => {
        if (/^[0-9]+$/.test(id)) {
          const num = +id
          if (num >= 0 && num < MAX_SAFE_INTEGER) {
            return num
          }
        }
        return id
      })
    }

    this.build = m[5] ? m[5].split('.') : []
    this.format()
  }

  format () {
    this.version = `${this.major}.${this.minor}.${this.patch}`
    if (this.prerelease.length) {
      this.version += `-${this.prerelease.join('.')}`
    }
    return this.version
  }

  toString () {
    return this.version
  }

  compare (other) {
    debug('SemVer.compare', this.version, this.options, other)
    if (!(other instanceof SemVer)) {
      if (typeof other === 'string' && other === this.version) {
        return 0
      }
      other = new SemVer(other, this.options)
    }

    if (other.version === this.version) {
      return 0
    }

    return this.compareMain(other) || this.comparePre(other)
  }

  compareMain (other) {
    if (!(other instanceof SemVer)) {
      other = new SemVer(other, this.options)
    }

    if (this.major < other.major) {
      return -1
    }
    if (this.major > other.major) {
      return 1
    }
    if (this.minor < other.minor) {
      return -1
    }
    if (this.minor > other.minor) {
      return 1
    }
    if (this.patch < other.patch) {
      return -1
    }
    if (this.patch > other.patch) {
      return 1
    }
    return 0
  }

  comparePre (other) {
    if (!(other instanceof SemVer)) {
      other = new SemVer(other, this.options)
    }

    // NOT having a prerelease is > having one
    if (this.prerelease.length && !other.prerelease.length) {
      return -1
    } else if (!this.prerelease.length && other.prerelease.length) {
      return 1
    } else if (!this.prerelease.length && !other.prerelease.length) {
      return 0
    }

    let i = 0
    do {
      const a = this.prerelease[i]
      const b = other.prerelease[i]
      debug('prerelease compare', i, a, b)
      if (a === undefined && b === undefined) {
        return 0
      } else if (b === undefined) {
        return 1
      } else if (a === undefined) {
        return -1
      } else if (a === b) {
        continue
      } else {
        return compareIdentifiers(a, b)
      }
    } while (++i)
  }

  compareBuild (other) {
    if (!(other instanceof SemVer)) {
      other = new SemVer(other, this.options)
    }

    let i = 0
    do {
      const a = this.build[i]
      const b = other.build[i]
      debug('build compare', i, a, b)
      if (a === undefined && b === undefined) {
        return 0
      } else if (b === undefined) {
        return 1
      } else if (a === undefined) {
        return -1
      } else if (a === b) {
        continue
      } else {
        return compareIdentifiers(a, b)
      }
    } while (++i)
  }

  // preminor will bump the version up to the next minor release, and immediately
  // down to pre-release. premajor and prepatch work the same way.
  inc (release, identifier, identifierBase) {
    if (release.startsWith('pre')) {
      if (!identifier && identifierBase === false) {
        throw new Error('invalid increment argument: identifier is empty')
      }
      // Avoid an invalid semver results
      if (identifier) {
        const match = `-${identifier}`.match(this.options.loose ? re[t.PRERELEASELOOSE] : re[t.PRERELEASE])
        if (!match || match[1] !== identifier) {
          throw new Error(`invalid identifier: ${identifier}`)
        }
      }
    }

    switch (release) {
      case 'premajor':
        this.prerelease.length = 0
        this.patch = 0
        this.minor = 0
        this.major++
        this.inc('pre', identifier, identifierBase)
        break
      case 'preminor':
        this.prerelease.length = 0
        this.patch = 0
        this.minor++
        this.inc('pre', identifier, identifierBase)
        break
      case 'prepatch':
        // If this is already a prerelease, it will bump to the next version
        // drop any prereleases that might already exist, since they are not
        // relevant at this point.
        this.prerelease.length = 0
        this.inc('patch', identifier, identifierBase)
        this.inc('pre', identifier, identifierBase)
        break
      // If the input is a non-prerelease version, this acts the same as
      // prepatch.
      case 'prerelease':
        if (this.prerelease.length === 0) {
          this.inc('patch', identifier, identifierBase)
        }
        this.inc('pre', identifier, identifierBase)
        break
      case 'release':
        if (this.prerelease.length === 0) {
          throw new Error(`version ${this.raw} is not a prerelease`)
        }
        this.prerelease.length = 0
        break

      case 'major':
        // If this is a pre-major version, bump up to the same major version.
        // Otherwise increment major.
        // 1.0.0-5 bumps to 1.0.0
        // 1.1.0 bumps to 2.0.0
        if (
          this.minor !== 0 ||
          this.patch !== 0 ||
          this.prerelease.length === 0
        ) {
          this.major++
        }
        this.minor = 0
        this.patch = 0
        this.prerelease = []
        break
      case 'minor':
        // If this is a pre-minor version, bump up to the same minor version.
        // Otherwise increment minor.
        // 1.2.0-5 bumps to 1.2.0
        // 1.2.1 bumps to 1.3.0
        if (this.patch !== 0 || this.prerelease.length === 0) {
          this.minor++
        }
        this.patch = 0
        this.prerelease = []
        break
      case 'patch':
        // If this is not a pre-release version, it will increment the patch.
        // If it is a pre-release it will bump up to the same patch version.
        // 1.2.0-5 patches to 1.2.0
        // 1.2.0 patches to 1.2.1
        if (this.prerelease.length === 0) {
          this.patch++
        }
        this.prerelease = []
        break
      // This probably shouldn't be used publicly.
      // 1.0.0 'pre' would become 1.0.0-0 which is the wrong direction.
      case 'pre': {
        const base = Number(identifierBase) ? 1 : 0

        if (this.prerelease.length === 0) {
          this.prerelease = [base]
        } else {
          let i = this.prerelease.length
          while (--i >= 0) {
            if (typeof this.prerelease[i] === 'number') {
              this.prerelease[i]++
              i = -2
            }
          }
          if (i === -1) {
            // didn't increment anything
            if (identifier === this.prerelease.join('.') && identifierBase === false) {
              throw new Error('invalid increment argument: identifier already exists')
            }
            this.prerelease.push(base)
          }
        }
        if (identifier) {
          // 1.2.0-beta.1 bumps to 1.2.0-beta.2,
          // 1.2.0-beta.fooblz or 1.2.0-beta bumps to 1.2.0-beta.0
          let prerelease = [identifier, base]
          if (identifierBase === false) {
            prerelease = [identifier]
          }
          if (isPrereleaseIdentifier(this.prerelease, identifier)) {
            const prereleaseBase = this.prerelease[identifier.split('.').length]
            if (isNaN(prereleaseBase)) {
              this.prerelease = prerelease
            }
          } else {
            this.prerelease = prerelease
          }
        }
        break
      }
      default:
        throw new Error(`invalid increment argument: ${release}`)
    }
    this.raw = this.format()
    if (this.build.length) {
      this.raw += `+${this.build.join('.')}`
    }
    return this
  }
}

module.exports = SemVer


/***/ }),

/***/ 8469:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const SemVer = __nccwpck_require__(7163)
const compare = (a, b, loose) =>
  new SemVer(a, loose).compare(new SemVer(b, loose))

module.exports = compare


/***/ }),

/***/ 6353:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const SemVer = __nccwpck_require__(7163)
const parse = (version, options, throwErrors = false) => {
  if (version instanceof SemVer) {
    return version
  }
  try {
    return new SemVer(version, options)
  } catch (er) {
    if (!throwErrors) {
      return null
    }
    throw er
  }
}

module.exports = parse


/***/ }),

/***/ 5101:
/***/ ((module) => {



// Note: this is the semver.org version of the spec that it implements
// Not necessarily the package version of this code.
const SEMVER_SPEC_VERSION = '2.0.0'

const MAX_LENGTH = 256
const MAX_SAFE_INTEGER = Number.MAX_SAFE_INTEGER ||
/* istanbul ignore next */ 9007199254740991

// Max safe segment length for coercion.
const MAX_SAFE_COMPONENT_LENGTH = 16

// Max safe length for a build identifier. The max length minus 6 characters for
// the shortest version with a build 0.0.0+BUILD.
const MAX_SAFE_BUILD_LENGTH = MAX_LENGTH - 6

// ECMAScript whitespace and line terminators matched by \s.
const WHITESPACE_CHARACTERS = [
  '\t',
  '\n',
  '\v',
  '\f',
  '\r',
  ' ',
  '\u00a0',
  '\u1680',
  '\u2000',
  '\u2001',
  '\u2002',
  '\u2003',
  '\u2004',
  '\u2005',
  '\u2006',
  '\u2007',
  '\u2008',
  '\u2009',
  '\u200a',
  '\u2028',
  '\u2029',
  '\u202f',
  '\u205f',
  '\u3000',
  '\ufeff',
]

const RELEASE_TYPES = [
  'major',
  'premajor',
  'minor',
  'preminor',
  'patch',
  'prepatch',
  'prerelease',
]

module.exports = {
  MAX_LENGTH,
  MAX_SAFE_COMPONENT_LENGTH,
  MAX_SAFE_BUILD_LENGTH,
  MAX_SAFE_INTEGER,
  WHITESPACE_CHARACTERS,
  RELEASE_TYPES,
  SEMVER_SPEC_VERSION,
  FLAG_INCLUDE_PRERELEASE: 0b001,
  FLAG_LOOSE: 0b010,
}


/***/ }),

/***/ 1159:
/***/ ((module) => {



const debug = (
  typeof process === 'object' &&
  process.env &&
  process.env.NODE_DEBUG &&
  /\bsemver\b/i.test(process.env.NODE_DEBUG)
) ? (...args) => console.error('SEMVER', ...args)
  : () => {}

module.exports = debug


/***/ }),

/***/ 3348:
/***/ ((module) => {



const numeric = /^[0-9]+$/
const compareIdentifiers = (a, b) => {
  if (typeof a === 'number' && typeof b === 'number') {
    return a === b ? 0 : a < b ? -1 : 1
  }

  const anum = numeric.test(a)
  const bnum = numeric.test(b)

  if (anum && bnum) {
    a = +a
    b = +b
  }

  return a === b ? 0
    : (anum && !bnum) ? -1
    : (bnum && !anum) ? 1
    : a < b ? -1
    : 1
}

const rcompareIdentifiers = (a, b) => compareIdentifiers(b, a)

module.exports = {
  compareIdentifiers,
  rcompareIdentifiers,
}


/***/ }),

/***/ 356:
/***/ ((module) => {



// parse out just the options we care about
const looseOption = Object.freeze({ loose: true })
const emptyOpts = Object.freeze({ })
const parseOptions = options => {
  if (!options) {
    return emptyOpts
  }

  if (typeof options !== 'object') {
    return looseOption
  }

  return options
}
module.exports = parseOptions


/***/ }),

/***/ 5471:
/***/ ((module, exports, __nccwpck_require__) => {



const {
  MAX_SAFE_COMPONENT_LENGTH,
  MAX_SAFE_BUILD_LENGTH,
  MAX_LENGTH,
} = __nccwpck_require__(5101)
const debug = __nccwpck_require__(1159)
exports = module.exports = {}

// The actual regexps go on exports.re
const re = exports.re = []
const safeRe = exports.safeRe = []
const src = exports.src = []
const safeSrc = exports.safeSrc = []
const t = exports.t = {}
let R = 0

const LETTERDASHNUMBER = '[a-zA-Z0-9-]'

// Replace some greedy regex tokens to prevent regex dos issues. These regex are
// used internally via the safeRe object since all inputs in this library get
// normalized first to trim and collapse all extra whitespace. The original
// regexes are exported for userland consumption and lower level usage. A
// future breaking change could export the safer regex only with a note that
// all input should have extra whitespace removed.
const safeRegexReplacements = [
  ['\\s', 1],
  ['\\d', MAX_LENGTH],
  [LETTERDASHNUMBER, MAX_SAFE_BUILD_LENGTH],
]

const makeSafeRegex = (value) => {
  for (const [token, max] of safeRegexReplacements) {
    value = value
      .split(`${token}*`).join(`${token}{0,${max}}`)
      .split(`${token}+`).join(`${token}{1,${max}}`)
  }
  return value
}

const createToken = (name, value, isGlobal) => {
  const safe = makeSafeRegex(value)
  const index = R++
  debug(name, index, value)
  t[name] = index
  src[index] = value
  safeSrc[index] = safe
  re[index] = new RegExp(value, isGlobal ? 'g' : undefined)
  safeRe[index] = new RegExp(safe, isGlobal ? 'g' : undefined)
}

// The following Regular Expressions can be used for tokenizing,
// validating, and parsing SemVer version strings.

// ## Numeric Identifier
// A single `0`, or a non-zero digit followed by zero or more digits.

createToken('NUMERICIDENTIFIER', '0|[1-9]\\d*')
createToken('NUMERICIDENTIFIERLOOSE', '\\d+')

// ## Non-numeric Identifier
// Zero or more digits, followed by a letter or hyphen, and then zero or
// more letters, digits, or hyphens.

createToken('NONNUMERICIDENTIFIER', `\\d*[a-zA-Z-]${LETTERDASHNUMBER}*`)

// ## Main Version
// Three dot-separated numeric identifiers.

createToken('MAINVERSION', `(${src[t.NUMERICIDENTIFIER]})\\.` +
                   `(${src[t.NUMERICIDENTIFIER]})\\.` +
                   `(${src[t.NUMERICIDENTIFIER]})`)

createToken('MAINVERSIONLOOSE', `(${src[t.NUMERICIDENTIFIERLOOSE]})\\.` +
                        `(${src[t.NUMERICIDENTIFIERLOOSE]})\\.` +
                        `(${src[t.NUMERICIDENTIFIERLOOSE]})`)

// ## Pre-release Version Identifier
// A numeric identifier, or a non-numeric identifier.
// Non-numeric identifiers include numeric identifiers but can be longer.
// Therefore non-numeric identifiers must go first.

createToken('PRERELEASEIDENTIFIER', `(?:${src[t.NONNUMERICIDENTIFIER]
}|${src[t.NUMERICIDENTIFIER]})`)

createToken('PRERELEASEIDENTIFIERLOOSE', `(?:${src[t.NONNUMERICIDENTIFIER]
}|${src[t.NUMERICIDENTIFIERLOOSE]})`)

// ## Pre-release Version
// Hyphen, followed by one or more dot-separated pre-release version
// identifiers.

createToken('PRERELEASE', `(?:-(${src[t.PRERELEASEIDENTIFIER]
}(?:\\.${src[t.PRERELEASEIDENTIFIER]})*))`)

createToken('PRERELEASELOOSE', `(?:-?(${src[t.PRERELEASEIDENTIFIERLOOSE]
}(?:\\.${src[t.PRERELEASEIDENTIFIERLOOSE]})*))`)

// ## Build Metadata Identifier
// Any combination of digits, letters, or hyphens.

createToken('BUILDIDENTIFIER', `${LETTERDASHNUMBER}+`)

// ## Build Metadata
// Plus sign, followed by one or more period-separated build metadata
// identifiers.

createToken('BUILD', `(?:\\+(${src[t.BUILDIDENTIFIER]
}(?:\\.${src[t.BUILDIDENTIFIER]})*))`)

// ## Full Version String
// A main version, followed optionally by a pre-release version and
// build metadata.

// Note that the only major, minor, patch, and pre-release sections of
// the version string are capturing groups.  The build metadata is not a
// capturing group, because it should not ever be used in version
// comparison.

createToken('FULLPLAIN', `v?${src[t.MAINVERSION]
}${src[t.PRERELEASE]}?${
  src[t.BUILD]}?`)

createToken('FULL', `^${src[t.FULLPLAIN]}$`)

// like full, but allows v1.2.3 and =1.2.3, which people do sometimes.
// also, 1.0.0alpha1 (prerelease without the hyphen) which is pretty
// common in the npm registry.
createToken('LOOSEPLAIN', `[v=\\s]*${src[t.MAINVERSIONLOOSE]
}${src[t.PRERELEASELOOSE]}?${
  src[t.BUILD]}?`)

createToken('LOOSE', `^${src[t.LOOSEPLAIN]}$`)

createToken('GTLT', '((?:<|>)?=?)')

// Something like "2.*" or "1.2.x".
// Note that "x.x" is a valid xRange identifier, meaning "any version"
// Only the first item is strictly required.
createToken('XRANGEIDENTIFIERLOOSE', `${src[t.NUMERICIDENTIFIERLOOSE]}|x|X|\\*`)
createToken('XRANGEIDENTIFIER', `${src[t.NUMERICIDENTIFIER]}|x|X|\\*`)

createToken('XRANGEPLAIN', `[v=\\s]*(${src[t.XRANGEIDENTIFIER]})` +
                   `(?:\\.(${src[t.XRANGEIDENTIFIER]})` +
                   `(?:\\.(${src[t.XRANGEIDENTIFIER]})` +
                   `(?:${src[t.PRERELEASE]})?${
                     src[t.BUILD]}?` +
                   `)?)?`)

createToken('XRANGEPLAINLOOSE', `[v=\\s]*(${src[t.XRANGEIDENTIFIERLOOSE]})` +
                        `(?:\\.(${src[t.XRANGEIDENTIFIERLOOSE]})` +
                        `(?:\\.(${src[t.XRANGEIDENTIFIERLOOSE]})` +
                        `(?:${src[t.PRERELEASELOOSE]})?${
                          src[t.BUILD]}?` +
                        `)?)?`)

createToken('XRANGE', `^${src[t.GTLT]}\\s*${src[t.XRANGEPLAIN]}$`)
createToken('XRANGELOOSE', `^${src[t.GTLT]}\\s*${src[t.XRANGEPLAINLOOSE]}$`)

// Coercion.
// Extract anything that could conceivably be a part of a valid semver
createToken('COERCEPLAIN', `${'(^|[^\\d])' +
              '(\\d{1,'}${MAX_SAFE_COMPONENT_LENGTH}})` +
              `(?:\\.(\\d{1,${MAX_SAFE_COMPONENT_LENGTH}}))?` +
              `(?:\\.(\\d{1,${MAX_SAFE_COMPONENT_LENGTH}}))?`)
createToken('COERCE', `${src[t.COERCEPLAIN]}(?:$|[^\\d])`)
createToken('COERCEFULL', src[t.COERCEPLAIN] +
              `(?:${src[t.PRERELEASE]})?` +
              `(?:${src[t.BUILD]})?` +
              `(?:$|[^\\d])`)
createToken('COERCERTL', src[t.COERCE], true)
createToken('COERCERTLFULL', src[t.COERCEFULL], true)

// Tilde ranges.
// Meaning is "reasonably at or greater than"
createToken('LONETILDE', '(?:~>?)')

createToken('TILDETRIM', `(\\s*)${src[t.LONETILDE]}\\s+`, true)
exports.tildeTrimReplace = '$1~'

createToken('TILDE', `^${src[t.LONETILDE]}${src[t.XRANGEPLAIN]}$`)
createToken('TILDELOOSE', `^${src[t.LONETILDE]}${src[t.XRANGEPLAINLOOSE]}$`)

// Caret ranges.
// Meaning is "at least and backwards compatible with"
createToken('LONECARET', '(?:\\^)')

createToken('CARETTRIM', `(\\s*)${src[t.LONECARET]}\\s+`, true)
exports.caretTrimReplace = '$1^'

createToken('CARET', `^${src[t.LONECARET]}${src[t.XRANGEPLAIN]}$`)
createToken('CARETLOOSE', `^${src[t.LONECARET]}${src[t.XRANGEPLAINLOOSE]}$`)

// A simple gt/lt/eq thing, or just "" to indicate "any version"
createToken('COMPARATORLOOSE', `^${src[t.GTLT]}\\s*(${src[t.LOOSEPLAIN]})$|^$`)
createToken('COMPARATOR', `^${src[t.GTLT]}\\s*(${src[t.FULLPLAIN]})$|^$`)

// An expression to strip any whitespace between the gtlt and the thing
// it modifies, so that `> 1.2.3` ==> `>1.2.3`
createToken('COMPARATORTRIM', `(\\s*)${src[t.GTLT]
}\\s*(${src[t.LOOSEPLAIN]}|${src[t.XRANGEPLAIN]})`, true)
exports.comparatorTrimReplace = '$1$2$3'

// Something like `1.2.3 - 1.2.4`
// Note that these all use the loose form, because they'll be
// checked against either the strict or loose comparator form
// later.
createToken('HYPHENRANGE', `^\\s*(${src[t.XRANGEPLAIN]})` +
                   `\\s+-\\s+` +
                   `(${src[t.XRANGEPLAIN]})` +
                   `\\s*$`)

createToken('HYPHENRANGELOOSE', `^\\s*(${src[t.XRANGEPLAINLOOSE]})` +
                        `\\s+-\\s+` +
                        `(${src[t.XRANGEPLAINLOOSE]})` +
                        `\\s*$`)

// Star ranges basically just allow anything at all.
createToken('STAR', '(<|>)?=?\\s*\\*')
// >=0.0.0 is like a star
createToken('GTE0', '^\\s*>=\\s*0\\.0\\.0\\s*$')
createToken('GTE0PRE', '^\\s*>=\\s*0\\.0\\.0-0\\s*$')


/***/ }),

/***/ 770:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {

module.exports = __nccwpck_require__(218);


/***/ }),

/***/ 218:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

var __webpack_unused_export__;


var net = __nccwpck_require__(9278);
var tls = __nccwpck_require__(4756);
var http = __nccwpck_require__(8611);
var https = __nccwpck_require__(5692);
var events = __nccwpck_require__(4434);
var assert = __nccwpck_require__(2613);
var util = __nccwpck_require__(9023);


exports.httpOverHttp = httpOverHttp;
exports.httpsOverHttp = httpsOverHttp;
exports.httpOverHttps = httpOverHttps;
exports.httpsOverHttps = httpsOverHttps;


function httpOverHttp(options) {
  var agent = new TunnelingAgent(options);
  agent.request = http.request;
  return agent;
}

function httpsOverHttp(options) {
  var agent = new TunnelingAgent(options);
  agent.request = http.request;
  agent.createSocket = createSecureSocket;
  agent.defaultPort = 443;
  return agent;
}

function httpOverHttps(options) {
  var agent = new TunnelingAgent(options);
  agent.request = https.request;
  return agent;
}

function httpsOverHttps(options) {
  var agent = new TunnelingAgent(options);
  agent.request = https.request;
  agent.createSocket = createSecureSocket;
  agent.defaultPort = 443;
  return agent;
}


function TunnelingAgent(options) {
  var self = this;
  self.options = options || {};
  self.proxyOptions = self.options.proxy || {};
  self.maxSockets = self.options.maxSockets || http.Agent.defaultMaxSockets;
  self.requests = [];
  self.sockets = [];

  self.on('free', function onFree(socket, host, port, localAddress) {
    var options = toOptions(host, port, localAddress);
    for (var i = 0, len = self.requests.length; i < len; ++i) {
      var pending = self.requests[i];
      if (pending.host === options.host && pending.port === options.port) {
        // Detect the request to connect same origin server,
        // reuse the connection.
        self.requests.splice(i, 1);
        pending.request.onSocket(socket);
        return;
      }
    }
    socket.destroy();
    self.removeSocket(socket);
  });
}
util.inherits(TunnelingAgent, events.EventEmitter);

TunnelingAgent.prototype.addRequest = function addRequest(req, host, port, localAddress) {
  var self = this;
  var options = mergeOptions({request: req}, self.options, toOptions(host, port, localAddress));

  if (self.sockets.length >= this.maxSockets) {
    // We are over limit so we'll add it to the queue.
    self.requests.push(options);
    return;
  }

  // If we are under maxSockets create a new one.
  self.createSocket(options, function(socket) {
    socket.on('free', onFree);
    socket.on('close', onCloseOrRemove);
    socket.on('agentRemove', onCloseOrRemove);
    req.onSocket(socket);

    function onFree() {
      self.emit('free', socket, options);
    }

    function onCloseOrRemove(err) {
      self.removeSocket(socket);
      socket.removeListener('free', onFree);
      socket.removeListener('close', onCloseOrRemove);
      socket.removeListener('agentRemove', onCloseOrRemove);
    }
  });
};

TunnelingAgent.prototype.createSocket = function createSocket(options, cb) {
  var self = this;
  var placeholder = {};
  self.sockets.push(placeholder);

  var connectOptions = mergeOptions({}, self.proxyOptions, {
    method: 'CONNECT',
    path: options.host + ':' + options.port,
    agent: false,
    headers: {
      host: options.host + ':' + options.port
    }
  });
  if (options.localAddress) {
    connectOptions.localAddress = options.localAddress;
  }
  if (connectOptions.proxyAuth) {
    connectOptions.headers = connectOptions.headers || {};
    connectOptions.headers['Proxy-Authorization'] = 'Basic ' +
        new Buffer(connectOptions.proxyAuth).toString('base64');
  }

  debug('making CONNECT request');
  var connectReq = self.request(connectOptions);
  connectReq.useChunkedEncodingByDefault = false; // for v0.6
  connectReq.once('response', onResponse); // for v0.6
  connectReq.once('upgrade', onUpgrade);   // for v0.6
  connectReq.once('connect', onConnect);   // for v0.7 or later
  connectReq.once('error', onError);
  connectReq.end();

  function onResponse(res) {
    // Very hacky. This is necessary to avoid http-parser leaks.
    res.upgrade = true;
  }

  function onUpgrade(res, socket, head) {
    // Hacky.
    process.nextTick(function() {
      onConnect(res, socket, head);
    });
  }

  function onConnect(res, socket, head) {
    connectReq.removeAllListeners();
    socket.removeAllListeners();

    if (res.statusCode !== 200) {
      debug('tunneling socket could not be established, statusCode=%d',
        res.statusCode);
      socket.destroy();
      var error = new Error('tunneling socket could not be established, ' +
        'statusCode=' + res.statusCode);
      error.code = 'ECONNRESET';
      options.request.emit('error', error);
      self.removeSocket(placeholder);
      return;
    }
    if (head.length > 0) {
      debug('got illegal response body from proxy');
      socket.destroy();
      var error = new Error('got illegal response body from proxy');
      error.code = 'ECONNRESET';
      options.request.emit('error', error);
      self.removeSocket(placeholder);
      return;
    }
    debug('tunneling connection has established');
    self.sockets[self.sockets.indexOf(placeholder)] = socket;
    return cb(socket);
  }

  function onError(cause) {
    connectReq.removeAllListeners();

    debug('tunneling socket could not be established, cause=%s\n',
          cause.message, cause.stack);
    var error = new Error('tunneling socket could not be established, ' +
                          'cause=' + cause.message);
    error.code = 'ECONNRESET';
    options.request.emit('error', error);
    self.removeSocket(placeholder);
  }
};

TunnelingAgent.prototype.removeSocket = function removeSocket(socket) {
  var pos = this.sockets.indexOf(socket)
  if (pos === -1) {
    return;
  }
  this.sockets.splice(pos, 1);

  var pending = this.requests.shift();
  if (pending) {
    // If we have pending requests and a socket gets closed a new one
    // needs to be created to take over in the pool for the one that closed.
    this.createSocket(pending, function(socket) {
      pending.request.onSocket(socket);
    });
  }
};

function createSecureSocket(options, cb) {
  var self = this;
  TunnelingAgent.prototype.createSocket.call(self, options, function(socket) {
    var hostHeader = options.request.getHeader('host');
    var tlsOptions = mergeOptions({}, self.options, {
      socket: socket,
      servername: hostHeader ? hostHeader.replace(/:.*$/, '') : options.host
    });

    // 0 is dummy port for v0.6
    var secureSocket = tls.connect(0, tlsOptions);
    self.sockets[self.sockets.indexOf(socket)] = secureSocket;
    cb(secureSocket);
  });
}


function toOptions(host, port, localAddress) {
  if (typeof host === 'string') { // since v0.10
    return {
      host: host,
      port: port,
      localAddress: localAddress
    };
  }
  return host; // for v0.11 or later
}

function mergeOptions(target) {
  for (var i = 1, len = arguments.length; i < len; ++i) {
    var overrides = arguments[i];
    if (typeof overrides === 'object') {
      var keys = Object.keys(overrides);
      for (var j = 0, keyLen = keys.length; j < keyLen; ++j) {
        var k = keys[j];
        if (overrides[k] !== undefined) {
          target[k] = overrides[k];
        }
      }
    }
  }
  return target;
}


var debug;
if (process.env.NODE_DEBUG && /\btunnel\b/.test(process.env.NODE_DEBUG)) {
  debug = function() {
    var args = Array.prototype.slice.call(arguments);
    if (typeof args[0] === 'string') {
      args[0] = 'TUNNEL: ' + args[0];
    } else {
      args.unshift('TUNNEL:');
    }
    console.error.apply(console, args);
  }
} else {
  debug = function() {};
}
__webpack_unused_export__ = debug; // for test


/***/ }),

/***/ 9144:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ readWhole)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__nccwpck_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_1__);


/**
 * The text of a regular file, whole or not at all; undefined where there is none. A pipe is not waited for, a device
 * is not read, and what has more than `most` bytes is an error that says so. Throws an Error whose message is a clause.
 */
async function readWhole(path, most) {
    const handle = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.open)(path, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_RDONLY | node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NONBLOCK).catch(unlessAbsent);
    if (handle === undefined)
        return undefined;
    try {
        const facts = await handle.stat();
        if (!facts.isFile())
            throw new Error(`it is ${facts.isDirectory() ? 'a folder' : 'no regular file'}`);
        if (facts.size > most)
            throw new Error(`it has ${String(facts.size)} bytes, and at most ${String(most)} are read`);
        const chunks = [];
        let size = 0;
        // It may grow while it is read, and files of the kernel do not know their size.
        for await (const chunk of handle.createReadStream({ autoClose: false })) {
            size += chunk.length;
            if (size > most)
                throw new Error(`it has more than the ${String(most)} bytes that are read`);
            chunks.push(chunk);
        }
        return Buffer.concat(chunks).toString('utf8');
    }
    finally {
        await handle.close();
    }
}
function unlessAbsent(error) {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR')
        return undefined;
    throw error;
}


/***/ }),

/***/ 5951:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  B: () => (/* binding */ gitCheckout)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __nccwpck_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
// EXTERNAL MODULE: ./src/types/text.ts
var types_text = __nccwpck_require__(9786);
// EXTERNAL MODULE: ./src/adapters/workspace.ts
var workspace = __nccwpck_require__(1841);
;// CONCATENATED MODULE: ./src/adapters/git-head.ts




/** A ref leads to a ref only in HEAD; more than a few steps are a circle. */
const mostSteps = 5;
/** A file that holds a ref has some fifty bytes, packed-refs one line for each ref. */
const largestFile = 64 * 1024 * 1024;
/**
 * What HEAD of a working tree is. Source: git documentation, gitrepository-layout.
 * @param tree the folder in which `.git` lies, without links
 * @param outside a `.git` file may lead out of this folder only: what a checkout holds is no repository
 */
async function plainHead(tree, outside) {
    try {
        const folders = await foldersOf(tree, outside);
        if (folders === undefined)
            return { kind: 'none' };
        if (await isReftable(folders))
            return { kind: 'reftable', folders, isSha256: await isSha256(folders) };
        return await follow(folders, 'HEAD');
    }
    catch (error) {
        return { kind: 'unreadable', why: (0,types_text/* messageOf */.bD)(error) };
    }
}
async function foldersOf(tree, outside) {
    const path = (0,external_node_path_.join)(tree, '.git');
    const entry = await (0,promises_.lstat)(path).catch(absent);
    if (entry === undefined)
        return undefined;
    if (entry.isDirectory()) {
        // An empty folder, or one without HEAD, is no repository to git either.
        return (await (0,promises_.lstat)((0,external_node_path_.join)(path, 'HEAD')).catch(absent)) && { own: path, common: path };
    }
    if (!entry.isFile())
        throw new Error('.git is neither a folder nor a file');
    const lead = /^gitdir: (.+)$/m.exec(await readSmall(path))?.[1]?.trim();
    if (lead === undefined)
        throw new Error('.git is a file that names no folder');
    const own = await (0,promises_.realpath)((0,external_node_path_.resolve)(tree, lead));
    if ((0,workspace/* isBelow */.Yw)(own, outside))
        throw new Error('.git leads back into the workspace');
    const common = await readSmall((0,external_node_path_.join)(own, 'commondir')).catch(absent);
    return { own, common: common === undefined ? own : await (0,promises_.realpath)((0,external_node_path_.resolve)(own, common.trim())) };
}
async function follow(folders, first) {
    let name = first;
    for (let step = 0; step < mostSteps; step += 1) {
        const text = (await readRef(folders, name))?.trim();
        if (text === undefined) {
            if (name === first)
                throw new Error('it has no HEAD');
            // A branch without a commit.
            return { kind: 'none' };
        }
        if (isSha(text))
            return { kind: 'commit', sha: text, folders };
        const next = /^ref: (refs\/[^\s~^:?*[\\]+)$/.exec(text)?.[1];
        if (next === undefined ||
            next.split('/').some((part) => part === '' || part.startsWith('.') || part === '..'))
            throw new Error(`${name} is neither a commit nor the name of a ref`);
        name = next;
    }
    throw new Error('HEAD leads from ref to ref');
}
/** A ref from its own file, else from the file of packed ones. */
async function readRef({ own, common }, name) {
    const loose = await readSmall((0,external_node_path_.join)(name === 'HEAD' ? own : common, name)).catch(absent);
    if (loose !== undefined || name === 'HEAD')
        return loose;
    const packed = (await readSmall((0,external_node_path_.join)(common, 'packed-refs')).catch(absent)) ?? '';
    for (const line of packed.split('\n')) {
        const space = line.indexOf(' ');
        if (!line.startsWith('#') && space > 0 && line.slice(space + 1).trim() === name)
            return line.slice(0, space);
    }
    return undefined;
}
async function isReftable({ common }) {
    return (await (0,promises_.stat)((0,external_node_path_.join)(common, 'reftable')).catch(absent)) !== undefined;
}
/** One word of the configuration, which is read as text: no setting is followed. */
async function isSha256({ common }) {
    const config = (await readSmall((0,external_node_path_.join)(common, 'config')).catch(absent)) ?? '';
    return /^\s*objectformat\s*=\s*sha256\s*$/im.test(config);
}
async function readSmall(path) {
    const entry = await (0,promises_.stat)(path);
    // Reading anything else could wait for ever.
    if (!entry.isFile())
        throw new Error(`${path} is no file`);
    const { size } = entry;
    if (size > largestFile)
        throw new Error(`${path} has ${String(size)} bytes, more than the ${String(largestFile)} that are read`);
    return (0,promises_.readFile)(path, 'utf8');
}
/** Whether that is a commit's name: SHA-1 or SHA-256, and not git's word for none. */
function isSha(text) {
    return /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(text) && !/^0+$/.test(text);
}
function absent(error) {
    const { code } = error;
    if (code === 'ENOENT' || code === 'ENOTDIR')
        return undefined;
    throw error;
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(7598);
;// CONCATENATED MODULE: ./src/adapters/git-objects.ts

/** Reads a commit; undefined where it is not there, or is not what its name says. */
async function readCommit(git, sha) {
    const answer = await git.run(['cat-file', 'commit', sha]);
    if (answer.kind === 'failed' || answer.exitCode !== 0)
        return undefined;
    if (objectName('commit', answer.stdout, sha.length) !== sha)
        return undefined;
    const [head = ''] = answer.stdout.toString('utf8').split('\n\n', 1);
    const tree = /^tree ([0-9a-f]+)$/m.exec(head)?.[1];
    const seconds = /^committer .* (\d{1,12}) [+-]\d{4}$/m.exec(head)?.[1];
    return tree === undefined || seconds === undefined ? undefined : { tree, at: Number(seconds) * 1000 };
}
/**
 * Reads the files of a commit. The names of all folders are computed again from what they are said to hold, up to the
 * one that the commit names, so that a forged object store cannot say another thing than the commit does.
 */
async function listTree(git, sha, commit) {
    if (commit === undefined)
        return { kind: 'unknown', why: 'git cannot read the commit' };
    const answer = await git.run(['ls-tree', '-r', '-t', '-z', '--full-tree', sha]);
    if (answer.kind === 'failed')
        return { kind: 'unknown', why: answer.why };
    if (answer.exitCode !== 0)
        return { kind: 'unknown', why: 'git cannot list the files of the commit' };
    const entries = new Map();
    const folders = new Map([['', []]]);
    for (const line of split(answer.stdout)) {
        const tab = line.indexOf(0x09);
        const [mode, , name] = line.subarray(0, tab).toString('latin1').split(' ');
        const path = line.subarray(tab + 1);
        if (mode === undefined || name === undefined || tab < 0)
            return forged;
        const slash = path.lastIndexOf(0x2f);
        // Names are bytes: as latin1 none of them is lost, and the same text comes out of the file system.
        const parent = folders.get(path.subarray(0, Math.max(0, slash)).toString('latin1'));
        if (parent === undefined)
            return forged;
        parent.push({ mode, name: path.subarray(slash + 1), sha: name });
        const key = path.toString('latin1');
        if (mode === '040000')
            folders.set(key, []);
        else
            entries.set(key, { mode, sha: name });
    }
    return isWhole(folders, commit.tree) ? { kind: 'known', entries } : forged;
}
const forged = { kind: 'unknown', why: 'the objects of the repository are not those of the commit' };
function isWhole(folders, root) {
    for (const [path, entries] of folders) {
        for (const { mode, name, sha } of entries) {
            if (mode !== '040000')
                continue;
            const inside = folders.get(path === '' ? name.toString('latin1') : `${path}/${name.toString('latin1')}`);
            if (inside === undefined || treeName(inside, sha.length) !== sha)
                return false;
        }
    }
    return treeName(folders.get('') ?? [], root.length) === root;
}
/** Source: git documentation, gitformat-pack and "Git Internals", tree objects: mode without leading zeros. */
function treeName(entries, length) {
    const parts = entries.flatMap(({ mode, name, sha }) => [
        Buffer.from(`${mode.replace(/^0/, '')} `),
        name,
        Buffer.from([0]),
        Buffer.from(sha, 'hex'),
    ]);
    return objectName('tree', Buffer.concat(parts), length);
}
/** The name of a git object: a hash of its kind, its size and its content. @param length that of the name in digits */
function objectName(kind, content, length) {
    const size = Buffer.byteLength(content);
    return (0,external_node_crypto_.createHash)(length === 64 ? 'sha256' : 'sha1')
        .update(`${kind} ${String(size)}\0`)
        .update(content)
        .digest('hex');
}
function* split(output) {
    let start = 0;
    for (let end = output.indexOf(0); end >= 0; end = output.indexOf(0, start)) {
        yield output.subarray(start, end);
        start = end + 1;
    }
}

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __nccwpck_require__(1421);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __nccwpck_require__(8161);
// EXTERNAL MODULE: ./src/adapters/find-program.ts
var find_program = __nccwpck_require__(2344);
;// CONCATENATED MODULE: ./src/adapters/git-process.ts







/** A question to the objects of a large repository takes seconds; a minute means that something hangs. */
const deadlineMs = 60_000;
/** The list of half a million files. */
const mostOutput = 64 * 1024 * 1024;
/**
 * git with a repository folder of our own: an empty one, whose objects are those of the checkout. So the checkout's
 * configuration, hooks, filters, promisors, replacements and attributes are not switched off but never read, whoever
 * wrote them; and whose the files are is no question, because git asks it only of a repository that it has found by
 * itself. Source: git documentation, git(1), "Environment variables"; safe.directory in git-config(1).
 */
function openGit({ common, own }, sha) {
    let folder;
    const shallow = readShallow(common) ?? readShallow(own);
    function prepare() {
        folder ??= makeFolder(sha, format(sha.length === 64), shallow);
        return folder;
    }
    return {
        isShallow: (shallow ?? '').trim() !== '',
        async run(args) {
            const program = (0,find_program/* findProgram */.K)('git');
            if (program === undefined)
                return { kind: 'failed', why: 'there is no git on this machine' };
            try {
                return await execute(program, args, environment(prepare(), (0,external_node_path_.join)(common, 'objects')));
            }
            catch (error) {
                return { kind: 'failed', why: (0,types_text/* messageOf */.bD)(error) };
            }
        },
    };
}
/**
 * HEAD of a repository whose refs are no text: git reads them through a folder of ours as well. Undefined where it
 * cannot, because it is older than the format or there is no commit.
 */
async function readReftable(folders, isSha256) {
    const program = (0,find_program/* findProgram */.K)('git');
    if (program === undefined)
        return undefined;
    const folder = makeFolder('ref: refs/heads/.invalid', [...format(isSha256), '\trefStorage = reftable']);
    (0,external_node_fs_.symlinkSync)((0,external_node_path_.join)(folders.own, 'reftable'), (0,external_node_path_.join)(folder, 'reftable'));
    const args = ['rev-parse', '--verify', '--end-of-options', 'HEAD'];
    const answer = await execute(program, args, environment(folder, (0,external_node_path_.join)(folders.common, 'objects')));
    const text = answer.kind === 'done' && answer.exitCode === 0 ? answer.stdout.toString('utf8').trim() : '';
    return isSha(text) ? text : undefined;
}
/** @param extensions lines of the configuration's section of that name */
function makeFolder(head, extensions, shallow) {
    const folder = (0,external_node_fs_.mkdtempSync)((0,external_node_path_.join)(process.env['RUNNER_TEMP'] ?? (0,external_node_os_.tmpdir)(), 'ecr-ship-git-'));
    process.once('exit', () => {
        (0,external_node_fs_.rmSync)(folder, { recursive: true, force: true });
    });
    (0,external_node_fs_.mkdirSync)((0,external_node_path_.join)(folder, 'refs'));
    (0,external_node_fs_.writeFileSync)((0,external_node_path_.join)(folder, 'HEAD'), `${head}\n`);
    const lines = ['[core]', '\trepositoryFormatVersion = 1', '[extensions]', ...extensions, ''];
    (0,external_node_fs_.writeFileSync)((0,external_node_path_.join)(folder, 'config'), lines.join('\n'));
    if (shallow !== undefined)
        (0,external_node_fs_.writeFileSync)((0,external_node_path_.join)(folder, 'shallow'), shallow);
    return folder;
}
function format(isSha256) {
    return isSha256 ? ['\tobjectFormat = sha256'] : [];
}
function readShallow(folder) {
    try {
        const path = (0,external_node_path_.join)(folder, 'shallow');
        return (0,external_node_fs_.statSync)(path).isFile() ? (0,external_node_fs_.readFileSync)(path, 'utf8') : undefined;
    }
    catch {
        return undefined;
    }
}
/** All that git gets: no credential of the job, no setting of a person or the machine, no way to the network. */
function environment(gitFolder, objects) {
    return {
        PATH: '/usr/bin:/bin',
        LC_ALL: 'C',
        HOME: gitFolder,
        GIT_DIR: gitFolder,
        GIT_OBJECT_DIRECTORY: objects,
        GIT_CONFIG_NOSYSTEM: '1',
        GIT_CONFIG_SYSTEM: '/dev/null',
        GIT_CONFIG_GLOBAL: '/dev/null',
        GIT_ATTR_NOSYSTEM: '1',
        GIT_ALLOW_PROTOCOL: 'none',
        GIT_NO_LAZY_FETCH: '1',
        GIT_NO_REPLACE_OBJECTS: '1',
        GIT_OPTIONAL_LOCKS: '0',
        GIT_TERMINAL_PROMPT: '0',
        GIT_PAGER: 'cat',
    };
}
function execute(program, args, env) {
    return new Promise((resolve) => {
        // In our own folder: neither the checkout's nor one that it chose.
        const child = (0,external_node_child_process_.spawn)(program, args, { cwd: env['GIT_DIR'], env, stdio: ['ignore', 'pipe', 'ignore'] });
        const chunks = [];
        let size = 0;
        const end = (answer) => {
            clearTimeout(timer);
            child.kill('SIGKILL');
            resolve(answer);
        };
        const timer = setTimeout(() => {
            end({ kind: 'failed', why: `git gave no answer within ${String(deadlineMs / 1000)} s` });
        }, deadlineMs);
        child.stdout.on('data', (chunk) => {
            size += chunk.length;
            if (size > mostOutput)
                end({ kind: 'failed', why: `git answered with more than ${String(mostOutput)} bytes` });
            else
                chunks.push(chunk);
        });
        child.on('error', (error) => {
            end({ kind: 'failed', why: (0,types_text/* messageOf */.bD)(error) });
        });
        child.on('close', (code) => {
            end({ kind: 'done', exitCode: code ?? 128, stdout: Buffer.concat(chunks) });
        });
    });
}

// EXTERNAL MODULE: ./src/types/errors.ts
var errors = __nccwpck_require__(4218);
// EXTERNAL MODULE: ./src/adapters/places.ts
var places = __nccwpck_require__(5402);
// EXTERNAL MODULE: ./src/adapters/regular-file.ts
var regular_file = __nccwpck_require__(8175);
;// CONCATENATED MODULE: ./src/adapters/text-file.ts





/** A list of exceptions or of paths to ignore that is larger was not written by people. In bytes. */
const mostText = 1024 * 1024;
/**
 * The text of a file of the checkout: a regular file, in the workspace wherever links lead, of `mostText` bytes at
 * most; undefined where there is none. Throws `file-failed`.
 */
async function readText(path) {
    return reading(path, async () => {
        const real = await (0,places/* placeToRead */.v$)(path);
        return real === undefined ? undefined : (0,regular_file/* readRegular */.VX)(real, mostText);
    });
}
/** The same for a file that may be anywhere, because the person says where docker reads it. Throws `file-failed`. */
async function readTextAnywhere(path) {
    return reading(path, async () => {
        const real = await (0,promises_.realpath)(path).catch(places/* unlessAbsent */.QY);
        return real === undefined ? undefined : (0,regular_file/* readRegular */.VX)(real, mostText);
    });
}
async function reading(path, read) {
    try {
        return await read();
    }
    catch (cause) {
        throw new errors/* ShipError */.f({
            code: 'file-failed',
            what: `The file ${(0,types_text/* clause */.sb)(path)} cannot be read (${(0,types_text/* clause */.sb)((0,types_text/* messageOf */.bD)(cause))}).`,
            next: 'Make it a regular file of the workspace that this job may read.',
            cause,
        });
    }
}

;// CONCATENATED MODULE: ./src/build/docker-ignore.ts
/**
 * Reads a `.dockerignore` as BuildKit does: one pattern a line, the last one that matches a path or a folder around it
 * decides, and `!` brings back. A file with a pattern that cannot be read leaves nothing out.
 * Source: moby/patternmatcher, patternmatcher.go and ignorefile/ignorefile.go.
 */
function readIgnoreRules(text) {
    const lines = text
        .replace(/^\ufeff/, '')
        .split('\n')
        .filter((line) => !line.startsWith('#'))
        .map((line) => line.trim())
        .filter((line) => line !== '');
    const patterns = lines.map(readPattern);
    const readable = patterns.filter((pattern) => pattern !== undefined);
    if (readable.length < patterns.length)
        return { leavesOut: () => false, hasExceptions: false };
    return {
        leavesOut(path) {
            const around = pathsAround(path);
            let isOut = false;
            for (const { brings, expression } of readable)
                if (isOut === brings && around.some((one) => expression.test(one)))
                    isOut = !brings;
            return isOut;
        },
        hasExceptions: readable.some(({ brings }) => brings),
    };
}
/**
 * What has more stars takes longer with every further one. Such a pattern, and one with a character class or a backslash,
 * which Go reads in its own way, leaves nothing out: a file too many is compared, never one too few.
 */
const mostStars = 4;
function readPattern(line) {
    const brings = line.startsWith('!');
    const path = cleaned(brings ? line.slice(1).trim() : line);
    if (/[[\]\\]/.test(path) || (path.match(/\*+/g) ?? []).length > mostStars)
        return undefined;
    try {
        return { brings, expression: new RegExp(`^${expressionOf(path)}$`, 's') };
    }
    catch {
        return undefined;
    }
}
/** Go's filepath.Clean, and no slash in front. */
function cleaned(path) {
    const parts = [];
    for (const part of path.split('/')) {
        if (part === '..' && parts.length > 0 && parts.at(-1) !== '..')
            parts.pop();
        else if (part !== '' && part !== '.')
            parts.push(part);
    }
    return parts.join('/');
}
function expressionOf(pattern) {
    let expression = '';
    for (let at = 0; at < pattern.length; at += 1) {
        const character = pattern[at] ?? '';
        if (character === '*' && pattern[at + 1] === '*') {
            at += pattern[at + 2] === '/' ? 2 : 1;
            expression += at === pattern.length - 1 ? '.*' : '(?:.*/)?';
        }
        else if (character === '*')
            expression += '[^/]*';
        else if (character === '?')
            expression += '[^/]';
        else if (character === '\\') {
            at += 1;
            expression += escaped(pattern[at] ?? '\\');
        }
        else
            expression += '[]^-'.includes(character) ? character : escaped(character);
    }
    return expression;
}
function escaped(character) {
    return character.replace(/[.*+?^${}()|[\]\\/]/, String.raw `\$&`);
}
/** A path and every folder around it. */
function pathsAround(path) {
    const parts = path.split('/');
    return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
}

// EXTERNAL MODULE: ./src/types/digest.ts
var types_digest = __nccwpck_require__(6221);
;// CONCATENATED MODULE: ./src/adapters/context-files.ts





/** So many files are looked at; a build context that has more takes minutes to send. */
const mostFiles = 300_000;
/** So many bytes are read; docker would copy as many. */
const mostBytes = 8 * 1024 ** 3;
/**
 * Every file and link that docker would get from a folder, named as git names content. Paths are latin1, as in a
 * commit's listing. Folders of git itself are left out. Throws where there is too much.
 * @param path without links
 */
async function readFolder(path, filter) {
    const found = new Map();
    let bytes = 0;
    async function visit(folder, below) {
        const entries = await (0,promises_.readdir)(folder, {
            withFileTypes: true,
            encoding: 'buffer',
        }).catch(nothingThere);
        for (const entry of entries) {
            const name = entry.name.toString('latin1');
            if (name === '.git')
                continue;
            const relative = below === '' ? name : `${below}/${name}`;
            const readable = Buffer.from(relative, 'latin1').toString('utf8');
            const isOut = !filter.always.has(readable) && filter.rules.leavesOut(readable);
            const full = Buffer.concat([folder, Buffer.from('/'), entry.name]);
            if (entry.isDirectory()) {
                const mayHold = filter.rules.hasExceptions || [...filter.always].some((one) => one.startsWith(`${readable}/`));
                if (!isOut || mayHold)
                    await visit(full, relative);
            }
            else if (!isOut) {
                const known = await describe(full, filter.nameLength);
                if (known === undefined)
                    continue;
                bytes += known.size;
                found.set(filter.prefix === '' ? relative : `${filter.prefix}/${relative}`, known.entry);
                if (found.size > mostFiles)
                    throw new Error(`there are more than ${String(mostFiles)} files`);
                if (bytes > mostBytes)
                    throw new Error(`there are more than ${String(mostBytes)} bytes`);
            }
        }
    }
    await visit(Buffer.from(path), '');
    return found;
}
/** One file or link; undefined for what docker does not send either (sockets, pipes, devices). */
async function describe(path, nameLength) {
    const info = await (0,promises_.lstat)(path);
    if (info.isSymbolicLink()) {
        const target = await (0,promises_.readlink)(path, 'buffer');
        return { entry: { mode: '120000', sha: objectName('blob', target, nameLength) }, size: target.length };
    }
    if (!info.isFile())
        return undefined;
    const hash = (0,external_node_crypto_.createHash)(nameLength === 64 ? 'sha256' : 'sha1').update(`blob ${String(info.size)}\0`);
    for await (const chunk of (0,external_node_fs_.createReadStream)(path))
        hash.update(chunk);
    const mode = (info.mode & 0o100) === 0 ? '100644' : '100755';
    return { entry: { mode, sha: hash.digest('hex') }, size: info.size };
}
/** A folder that is not there holds nothing; docker will say so where it needs it. */
function nothingThere(error) {
    if (error.code === 'ENOENT')
        return [];
    throw error;
}
/** One file by its path below a folder, if it is there. */
async function readOne(folder, path, nameLength) {
    return (await describe((0,external_node_path_.join)(folder, path), nameLength).catch(() => undefined))?.entry;
}

;// CONCATENATED MODULE: ./src/adapters/tree-state.ts









/** So many paths are named for people; all are in the digest. */
const shownPaths = 5;
/**
 * What docker would get, held against the files of a commit: content, links and the executable bit of every file that
 * no `.dockerignore` leaves out, whether git knows it or not. It is the same on every machine.
 * @param listing the files of the commit; undefined: there is none, and everything differs
 */
async function compareFiles(files, listing) {
    if (listing?.kind === 'unknown')
        return listing;
    const entries = listing?.entries ?? new Map();
    const [sample] = entries.values();
    try {
        return await compare(files, entries, sample?.sha.length ?? 40);
    }
    catch (error) {
        return { kind: 'unknown', why: (0,types_text/* messageOf */.bD)(error) };
    }
}
async function compare({ root, context, file, reports }, entries, nameLength) {
    if (file !== undefined && /^[a-z]+:\/\//i.test(file))
        return { kind: 'unknown', why: 'the Dockerfile is not a file of this machine' };
    const folder = await (0,promises_.realpath)((0,workspace/* inWorkspace */.ve)(root, context)).catch(() => (0,external_node_path_.resolve)(root, context));
    const isInside = (0,workspace/* isBelow */.Yw)(folder, root);
    const prefix = isInside ? latin1((0,external_node_path_.relative)(root, folder)) : '';
    const dockerfile = (0,external_node_path_.resolve)(root, file ?? (0,external_node_path_.join)(context, 'Dockerfile'));
    const ignoreFiles = [`${dockerfile}.dockerignore`, (0,external_node_path_.join)(folder, '.dockerignore')];
    // BuildKit takes the name in small letters where the usual one is not there.
    const always = [dockerfile, ...(file === undefined ? [(0,external_node_path_.join)(folder, 'dockerfile')] : []), ...ignoreFiles];
    const link = await firstLink(always);
    if (link !== undefined)
        return { kind: 'unknown', why: `${(0,external_node_path_.basename)(link)} is a link, and what it leads to is not compared` };
    const rules = await rulesOf(ignoreFiles);
    const inside = new Set(always.filter((path) => (0,workspace/* isBelow */.Yw)(path, folder)).map((path) => (0,external_node_path_.relative)(folder, path)));
    const there = await readFolder(folder, { prefix, rules, always: inside, nameLength });
    // The Dockerfile and what belongs to it are read wherever they lie.
    const apart = always.filter((path) => !(0,workspace/* isBelow */.Yw)(path, folder));
    const names = new Map(apart.map((path) => [path, (0,workspace/* isBelow */.Yw)(path, root) ? latin1((0,external_node_path_.relative)(root, path)) : `/${(0,external_node_path_.basename)(path)}`]));
    for (const [path, name] of names) {
        const entry = await readOne('/', path, nameLength);
        if (entry !== undefined)
            there.set(name, entry);
    }
    const expected = isInside
        ? [...entries].filter(([path]) => isOf(path, { prefix, rules, always: inside }) || [...names.values()].includes(path))
        : [...entries].filter(([path]) => [...names.values()].includes(path));
    const known = new Map(expected);
    for (const report of reports) {
        const name = latin1((0,external_node_path_.relative)(root, (0,external_node_path_.resolve)(root, report)));
        if (!known.has(name))
            there.delete(name);
    }
    return difference(there, known);
}
async function firstLink(paths) {
    for (const path of paths) {
        const isLink = await (0,promises_.lstat)(path).then((info) => info.isSymbolicLink(), () => false);
        if (isLink)
            return path;
    }
    return undefined;
}
/** Whether a path of the commit is one that docker gets from a folder. */
function isOf(path, { prefix, rules, always }) {
    if (prefix !== '' && !path.startsWith(`${prefix}/`))
        return false;
    const below = Buffer.from(prefix === '' ? path : path.slice(prefix.length + 1), 'latin1').toString('utf8');
    return always.has(below) || !rules.leavesOut(below);
}
function difference(there, expected) {
    const changes = new Map();
    for (const [path, { mode, sha }] of there) {
        const known = expected.get(path);
        if (known?.mode !== mode || known.sha !== sha)
            changes.set(path, `${mode} ${sha}`);
    }
    // A submodule that was not fetched is an empty folder, for git and for docker.
    for (const [path, { mode }] of expected)
        if (!there.has(path) && mode !== '160000')
            changes.set(path, 'gone');
    if (changes.size === 0)
        return { kind: 'clean' };
    const paths = [...changes.keys()].sort();
    const hash = (0,external_node_crypto_.createHash)('sha256');
    for (const path of paths)
        hash.update(`${path}\0${changes.get(path) ?? ''}\0`, 'latin1');
    const digest = (0,types_digest/* parseDigest */.m)(`sha256:${hash.digest('hex')}`);
    if (digest === undefined)
        throw new Error('sha256 gave no digest');
    const shown = paths.slice(0, shownPaths).map((path) => Buffer.from(path, 'latin1').toString('utf8'));
    return { kind: 'differs', digest, paths: shown, count: paths.length };
}
/**
 * The file beside the Dockerfile comes first for BuildKit, and the classic builder does not know it: what both would
 * leave out is left out.
 */
async function rulesOf(paths) {
    const texts = (await Promise.all(paths.map((path) => readTextAnywhere(path)))).filter((text) => text !== undefined);
    const all = texts.map(readIgnoreRules);
    return {
        leavesOut: (path) => all.length > 0 && all.every((rules) => rules.leavesOut(path)),
        hasExceptions: all.some((rules) => rules.hasExceptions),
    };
}
function latin1(path) {
    return Buffer.from(path, 'utf8').toString('latin1');
}

;// CONCATENATED MODULE: ./src/adapters/checkout.ts








/**
 * The checkout at the workspace's root. HEAD is read as text; what more is asked, git answers from the checkout's
 * objects, with a repository folder of our own: nothing that the checkout holds is ever run.
 */
function gitCheckout() {
    const root = (0,workspace/* workspaceRoot */.oS)();
    let reading;
    let git;
    const commits = new Map();
    const listings = new Map();
    const rootHead = () => (reading ??= headOf(root));
    /** Undefined where there is no commit at the root: then there is nothing to ask git about. */
    async function opened() {
        const head = await rootHead();
        if (head.kind === 'commit')
            git ??= openGit(head.folders, head.sha);
        return git;
    }
    async function commitOf(sha) {
        const asked = await opened();
        const known = commits.get(sha) ?? (asked && readCommit(asked, sha));
        if (known !== undefined)
            commits.set(sha, known);
        return known;
    }
    async function listing(sha) {
        const asked = await opened();
        if (asked === undefined)
            return { kind: 'unknown', why: 'there is no repository at the root of the workspace' };
        const known = listings.get(sha) ?? listTree(asked, sha, await commitOf(sha));
        listings.set(sha, known);
        return known;
    }
    const checkout = {
        readText: readText,
        exists: async (path) => (0,promises_.lstat)((0,workspace/* inWorkspace */.ve)(root, path)).then(() => true, () => false),
        async head(context) {
            const head = await rootHead();
            if (head.kind === 'unreadable')
                return head;
            const inner = await innerRepository(root, context);
            const sha = head.kind === 'commit' ? head.sha : undefined;
            const pinned = inner !== undefined && sha !== undefined ? pinnedCommit(await listing(sha), inner.path) : undefined;
            const found = inner && { ...inner, isPinned: inner.sha !== undefined && inner.sha === pinned };
            return sha === undefined ? { kind: 'none', inner: found } : { kind: 'commit', sha, inner: found };
        },
        committedAt: async (sha) => (isSha(sha) ? (await commitOf(sha))?.at : undefined),
        async treeState(commit, context, file, reports = []) {
            const files = commit === undefined ? undefined : await listing(commit);
            return compareFiles({ root, context, file, reports }, files);
        },
    };
    return { checkout, history: historyOf(opened) };
}
async function headOf(root) {
    const head = await plainHead(root, root);
    if (head.kind !== 'reftable')
        return head;
    const sha = await readReftable(head.folders, head.isSha256);
    return sha === undefined
        ? { kind: 'unreadable', why: 'its refs are kept as a reftable, which this machine’s git does not read' }
        : { kind: 'commit', sha, folders: head.folders };
}
function historyOf(opened) {
    return {
        async descends(newer, older) {
            if (newer === older)
                return 'yes';
            const git = isSha(newer) && isSha(older) ? await opened() : undefined;
            const answer = await git?.run(['merge-base', '--is-ancestor', older, newer]);
            if (answer?.kind !== 'done')
                return 'unknown';
            if (answer.exitCode === 0)
                return 'yes';
            // Where history was cut off, what is not found may lie behind the cut.
            return answer.exitCode === 1 && git?.isShallow === false ? 'no' : 'unknown';
        },
        async changed(since, until, globs) {
            if (!isSha(since) || !isSha(until))
                return { kind: 'unknown', why: 'one of the commits has no full name' };
            const git = await opened();
            if (git === undefined)
                return { kind: 'unknown', why: 'there is no repository at the root of the workspace' };
            const args = [
                'diff-tree',
                '-r',
                '-z',
                '--name-only',
                '--no-renames',
                '--no-ext-diff',
                '--ignore-submodules=none',
                since,
                until,
                '--',
            ];
            const answer = await git.run([...args, ...globs.map(pathspec)]);
            if (answer.kind === 'failed')
                return { kind: 'unknown', why: answer.why };
            if (answer.exitCode === 0)
                return {
                    kind: 'known',
                    paths: answer.stdout
                        .toString('utf8')
                        .split('\0')
                        .filter((path) => path !== ''),
                };
            return {
                kind: 'unknown',
                why: git.isShallow
                    ? 'the checkout is shallow and does not have that commit (give actions/checkout fetch-depth: 0)'
                    : 'the checkout does not have that commit',
            };
        },
    };
}
/** Source: git documentation, gitglossary, "pathspec". */
function pathspec(glob) {
    return glob.startsWith('!') ? `:(glob,exclude)${glob.slice(1)}` : `:(glob)${glob}`;
}
/** The nearest repository around the build context, below the root; of a link the place to which it leads. */
async function innerRepository(root, context) {
    const start = await (0,promises_.realpath)((0,workspace/* inWorkspace */.ve)(root, context)).catch(() => undefined);
    if (start === undefined || !(0,workspace/* isBelow */.Yw)(start, root))
        return undefined;
    for (let folder = start; folder !== root; folder = (0,external_node_path_.dirname)(folder)) {
        const isThere = await (0,promises_.lstat)((0,external_node_path_.resolve)(folder, '.git')).then(() => true, () => false);
        if (!isThere)
            continue;
        // A submodule's `.git` leads into that of the root, and what it says is compared with what the root's commit says.
        const head = await plainHead(folder, folder);
        return { path: (0,external_node_path_.relative)(root, folder), sha: head.kind === 'commit' ? head.sha : undefined };
    }
    return undefined;
}
function pinnedCommit(listing, path) {
    const entry = listing.kind === 'known' ? listing.entries.get(Buffer.from(path, 'utf8').toString('latin1')) : undefined;
    return entry?.mode === '160000' ? entry.sha : undefined;
}


/***/ }),

/***/ 3350:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ systemClock)
/* harmony export */ });
/** The machine's own time. */
const systemClock = {
    now: () => Date.now(),
    sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
};


/***/ }),

/***/ 5094:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ withDeadline)
/* harmony export */ });
/** A file on this machine is there at once; what is not is a file system that hangs. In milliseconds. */
const filePatienceMs = 20_000;
/** Runs `work`, and gives it up after a time: an operation on a file cannot be stopped, only left alone. */
async function withDeadline(work, ms = filePatienceMs) {
    let timer;
    const end = new Promise((_, reject) => {
        timer = setTimeout(() => {
            reject(new Error(`it did not end within ${String(ms / 1000)} s`));
        }, ms);
    });
    try {
        return await Promise.race([work(), end]);
    }
    finally {
        clearTimeout(timer);
    }
}


/***/ }),

/***/ 2758:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  R: () => (/* binding */ dockerCli)
});

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __nccwpck_require__(1421);
;// CONCATENATED MODULE: external "node:events"
const external_node_events_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:events");
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __nccwpck_require__(1455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __nccwpck_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
// EXTERNAL MODULE: ./src/types/errors.ts
var errors = __nccwpck_require__(4218);
// EXTERNAL MODULE: ./src/types/text.ts
var types_text = __nccwpck_require__(9786);
// EXTERNAL MODULE: ./src/adapters/bounded-file.ts
var bounded_file = __nccwpck_require__(9144);
;// CONCATENATED MODULE: external "node:string_decoder"
const external_node_string_decoder_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:string_decoder");
;// CONCATENATED MODULE: ./src/adapters/docker-output.ts


/** Keeps the last characters of an output of any length: `most` at least, and less than twice as many. */
function tailOf(most) {
    let kept = [];
    let size = 0;
    const text = () => kept.join('');
    return {
        add(piece) {
            kept.push(piece);
            size += piece.length;
            if (size < 2 * most)
                return;
            // A slice would keep all of what it was cut from in memory; this makes a text of its own.
            kept = [Buffer.from(text().slice(-most)).toString()];
            size = most;
        },
        text,
    };
}
/** A line that is longer is shown in pieces. In characters. */
const longestLine = 64 * 1024;
/** No escape sequence that means anything is longer. In characters. */
const longestSequence = 64;
/**
 * Makes an output fit to be shown: without the run's secrets, and without what a terminal would obey except colours.
 * It goes by lines, so that nothing that has to be seen as a whole is cut where one chunk ends. A carriage return ends
 * a line, for what follows it would be written over what stands there.
 */
function showable(secrets) {
    const decoder = new external_node_string_decoder_namespaceObject.StringDecoder('utf8');
    // Pieces of a line that has not ended: joined only when it is shown, or many small ones would take for ever.
    let held = [];
    let heldLength = 0;
    let carriageReturn = '';
    const fit = (text) => 
    // The runner obeys nothing in here, but its log would show these as headings and errors of its own.
    (0,types_text/* visibleInColour */.yV)(secrets.hide(text.replace(/\r+\n?/g, '\n'))).replaceAll('##[', String.raw `#\#[`);
    const hold = (text) => {
        held.push(text);
        heldLength += text.length;
    };
    const release = (upTo) => {
        const text = held.join('');
        const cut = upTo(text);
        [held, heldLength] = [[], 0];
        hold(text.slice(cut));
        return fit(text.slice(0, cut));
    };
    return {
        next(chunk) {
            const piece = carriageReturn + decoder.write(chunk);
            // What follows a carriage return says whether it is half of a line's end.
            carriageReturn = piece.endsWith('\r') ? '\r' : '';
            const text = piece.slice(0, piece.length - carriageReturn.length);
            hold(text);
            const lineEnd = Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r')) + 1;
            if (lineEnd > 0)
                return release((all) => all.length - text.length + lineEnd);
            return heldLength > longestLine ? release((all) => cutInLine(all, secrets.longest())) : '';
        },
        end() {
            hold(carriageReturn + decoder.end());
            return release((all) => all.length);
        },
    };
}
/** Where a line that does not end is cut: its last characters may be the beginning of a secret, or of an escape. */
function cutInLine(text, longestSecret) {
    const cut = Math.max(0, text.length - Math.max(longestSecret, longestSequence));
    return /[\ud800-\udbff]/.test(text.charAt(cut - 1)) ? cut - 1 : cut;
}

// EXTERNAL MODULE: ./src/adapters/find-program.ts
var find_program = __nccwpck_require__(2344);
// EXTERNAL MODULE: ./src/adapters/github-job.ts
var github_job = __nccwpck_require__(535);
;// CONCATENATED MODULE: ./src/adapters/docker-cli.ts











/** The docker command line of this machine. What it prints has none of the secrets any more when it gets here. */
function dockerCli(secrets) {
    return {
        async run(args, { env, show }) {
            const job = { args, env: env ?? {}, secrets };
            return show ? (0,github_job/* withoutCommands */.Df)(() => runShown(job)) : runQuietly(job);
        },
        async withOutputFile(use) {
            const directory = await (0,promises_.mkdtemp)((0,external_node_path_.join)(process.env['RUNNER_TEMP'] ?? (0,external_node_os_.tmpdir)(), 'ecr-ship-build-'));
            const path = (0,external_node_path_.join)(directory, 'metadata.json');
            try {
                return await use(path, () => readMetadata(path));
            }
            finally {
                await (0,promises_.rm)(directory, { recursive: true, force: true });
            }
        },
    };
}
/** buildx writes some kilobytes, and with a long provenance some hundred. In bytes. */
const largestMetadata = 16 * 1024 * 1024;
/** Empty where docker has written nothing. */
async function readMetadata(path) {
    try {
        return (await (0,bounded_file/* readWhole */.o)(path, largestMetadata)) ?? '';
    }
    catch (cause) {
        throw new errors/* ShipError */.f({
            code: 'push-failed',
            what: `What docker wrote about the build cannot be read: ${(0,types_text/* clause */.sb)((0,types_text/* messageOf */.bD)(cause))}.`,
            next: 'Update Docker and buildx on the runner.',
            cause,
        });
    }
}
/**
 * So much of each stream is kept of a command that is shown, in characters: the words of an error and the digest of a
 * push are in the last lines, and a build may print as much as it likes before them.
 */
const keptOfShown = 256 * 1024;
/** Runs docker and shows what it prints, as it comes. Only the end of it is kept. */
async function runShown(job) {
    return execute(job, async (from) => {
        const tail = tailOf(keptOfShown);
        const output = showable(job.secrets);
        const print = async (shown) => {
            tail.add((0,types_text/* withoutColour */.Zb)(shown));
            // The log may be read more slowly than docker writes: what waits for it must not pile up here.
            if (shown !== '' && !process.stdout.write(shown))
                await (0,external_node_events_namespaceObject.once)(process.stdout, 'drain');
        };
        for await (const chunk of chunksOf(from))
            await print(output.next(chunk));
        await print(output.end());
        return tail.text();
    });
}
/** What docker says about itself, its builder or an image that it removes has some kilobytes. In bytes. */
const largestAnswer = 4 * 1024 * 1024;
/** And it comes in a second or two; an engine that hangs is one that does not answer. In milliseconds. */
const answerPatienceMs = 120_000;
/** Runs docker and shows nothing. Throws `engine-unreachable` where there is no answer of a reasonable size in time. */
async function runQuietly(job) {
    const end = new AbortController();
    const timer = setTimeout(() => {
        end.abort(noAnswer(job.args, `it did not end within ${String(answerPatienceMs / 1000)} s`));
    }, answerPatienceMs);
    const collect = async (from) => {
        const chunks = [];
        let size = 0;
        for await (const chunk of chunksOf(from)) {
            size += chunk.length;
            if (size <= largestAnswer)
                chunks.push(chunk);
            else
                end.abort(noAnswer(job.args, `it printed more than ${String(largestAnswer)} bytes`));
        }
        return job.secrets.hide(Buffer.concat(chunks).toString('utf8'));
    };
    try {
        return await execute(job, collect, end.signal);
    }
    finally {
        clearTimeout(timer);
    }
}
function noAnswer(args, why) {
    const options = args.findIndex((word) => word.startsWith('-'));
    const command = ['docker', ...args.slice(0, options < 0 ? undefined : options)].join(' ');
    return new errors/* ShipError */.f({
        code: 'engine-unreachable',
        what: `\`${command}\` gives no answer that can be used: ${why}.`,
        next: 'Look at the docker command and at the engine of this runner.',
    });
}
/** A process that docker has started and that holds its output open is waited for so long after docker's end. In milliseconds. */
const lingeringMs = 10_000;
/**
 * Runs docker with an empty standard input, so that nothing waits for an answer that nobody gives.
 * @param read takes one of its outputs to its end, and gives what is kept of it
 */
async function execute({ args, env }, read, signal) {
    const program = (0,find_program/* findProgram */.K)('docker');
    if (program === undefined)
        throw dockerMissing();
    const child = (0,external_node_child_process_.spawn)(program, [...args], {
        env: { ...dockerVariables(), ...env },
        stdio: ['ignore', 'pipe', 'pipe'],
        windowsHide: true,
    });
    const stop = () => {
        child.kill('SIGKILL');
        child.stdout.destroy();
        child.stderr.destroy();
    };
    signal?.addEventListener('abort', stop);
    let lingering;
    const ended = new Promise((resolve, reject) => {
        child.on('error', reject).on('exit', (code, by) => {
            resolve(code ?? 128 + (by === null ? 0 : external_node_os_.constants.signals[by]));
            lingering = setTimeout(stop, lingeringMs);
        });
    });
    try {
        const [exitCode, stdout, stderr] = await Promise.all([ended, read(child.stdout), read(child.stderr)]);
        signal?.throwIfAborted();
        return { exitCode, stdout, stderr };
    }
    catch (error) {
        throw ['ENOENT', 'EACCES'].includes(error.code ?? '')
            ? dockerMissing(error)
            : error;
    }
    finally {
        clearTimeout(lingering);
    }
}
/** What comes from a process until its end, or until nobody waits for it any longer. */
async function* chunksOf(from) {
    try {
        for await (const chunk of from)
            yield chunk;
    }
    catch (error) {
        if (!from.destroyed)
            throw error;
    }
}
function dockerMissing(cause) {
    return new errors/* ShipError */.f({
        code: 'docker-missing',
        what: 'There is no docker command on this runner.',
        next: 'Use a runner that has Docker (ubuntu-latest has), or install it before this step.',
        cause,
    });
}
/**
 * buildx asks git about the build context, with git's own rules for what a repository is, and so would run what the
 * configuration of one that a checkout brought along says. Source: docker/buildx, build/git.go.
 */
const withoutGit = { BUILDX_GIT_INFO: 'false', BUILDX_GIT_LABELS: 'false', BUILDX_GIT_CHECK_DIRTY: 'false' };
/**
 * The job's variables for docker: credential helpers and caches of the person need AWS's and the runner's; the inputs
 * of this step, its token among them, are nobody's business.
 */
function dockerVariables() {
    const given = Object.entries(process.env).filter((entry) => entry[1] !== undefined && !/^(?:INPUT|STATE)_/.test(entry[0]));
    return { ...Object.fromEntries(given), ...withoutGit };
}


/***/ }),

/***/ 4829:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   C5: () => (/* binding */ privateDockerConfig),
/* harmony export */   Og: () => (/* binding */ privateFolderPrefix)
/* harmony export */ });
/* unused harmony export withCredentials */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__nccwpck_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(8161);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__nccwpck_require__.n(node_os__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3___default = /*#__PURE__*/__nccwpck_require__.n(node_path__WEBPACK_IMPORTED_MODULE_3__);
/* harmony import */ var _types_errors_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(4218);
/* harmony import */ var _types_text_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(9786);






/** What the names of our private configuration folders begin with. */
const privateFolderPrefix = 'ecr-ship-docker-';
/**
 * A docker configuration of our own beside the person's: their settings and logins keep working, and nothing that
 * other jobs on the machine share is touched.
 */
function privateDockerConfig() {
    return {
        choosePath: () => (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(process.env['RUNNER_TEMP'] ?? (0,node_os__WEBPACK_IMPORTED_MODULE_2__.tmpdir)(), `${privateFolderPrefix}${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)()}`),
        async install(path, host, credentials) {
            const theirs = process.env['DOCKER_CONFIG'] ?? '';
            const origin = theirs === '' ? (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)((0,node_os__WEBPACK_IMPORTED_MODULE_2__.homedir)(), '.docker') : theirs;
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdir)(path, { mode: 0o700 });
            await linkEverythingElse(origin, path);
            const config = withCredentials(await readConfig(origin), host, credentials);
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(path, 'config.json'), JSON.stringify(config, null, 2), {
                mode: 0o600,
                flag: 'wx',
            });
            const theirBuildx = process.env['BUILDX_CONFIG'] ?? '';
            return {
                DOCKER_CONFIG: path,
                BUILDX_CONFIG: theirBuildx === '' ? (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(origin, 'buildx') : theirBuildx,
            };
        },
        async remove(path) {
            // Links are removed, never followed.
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)(path, { recursive: true, force: true });
        },
    };
}
/** Contexts, plugins, certificates: whatever is in their folder stays where it is and is seen through a link. */
async function linkEverythingElse(origin, path) {
    const entries = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readdir)(origin, { withFileTypes: true }).catch(() => []);
    const linked = entries.filter((entry) => entry.name !== 'config.json' && !entry.name.endsWith('.lock'));
    await Promise.all(linked.map((entry) => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.symlink)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(origin, entry.name), (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(path, entry.name), 'junction')));
}
async function readConfig(origin) {
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(origin, 'config.json');
    const text = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)(path, 'utf8').catch((error) => {
        if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
            return '{}';
        throw unreadable(path, error);
    });
    try {
        const parsed = JSON.parse(text.trim() === '' ? '{}' : text);
        if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed))
            throw new Error('it is not an object');
        return parsed;
    }
    catch (error) {
        throw unreadable(path, error);
    }
}
/**
 * Their configuration with our login to a host in it. An empty helper for that host makes docker look into this file even
 * where a `credsStore` would otherwise hold all logins.
 * Source: docker/cli, cli/config/configfile/file.go, getConfiguredCredentialStore.
 */
function withCredentials(theirs, host, { basic }) {
    return {
        ...theirs,
        auths: { ...theirs.auths, [host]: { auth: basic } },
        credHelpers: { ...theirs.credHelpers, [host]: '' },
    };
}
function unreadable(path, cause) {
    return new _types_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .ShipError */ .f({
        code: 'file-failed',
        what: `Docker's configuration ${path} cannot be read (${(0,_types_text_js__WEBPACK_IMPORTED_MODULE_5__/* .clause */ .sb)((0,_types_text_js__WEBPACK_IMPORTED_MODULE_5__/* .messageOf */ .bD)(cause))}).`,
        next: 'Correct or remove that file; docker itself cannot use it either.',
        cause,
    });
}


/***/ }),

/***/ 3946:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  S: () => (/* binding */ ecrPrivate)
});

// EXTERNAL MODULE: ./node_modules/@actions/http-client/lib/index.js + 2 modules
var lib = __nccwpck_require__(7673);
// EXTERNAL MODULE: ./src/adapters/http-answer.ts
var http_answer = __nccwpck_require__(9269);
;// CONCATENATED MODULE: ./src/adapters/caller.ts


/** Who one is must not hold a run up, and takes a few hundred bytes. */
const bounds = { ms: 5000, bytes: () => 64 * 1024 };
const body = 'Action=GetCallerIdentity&Version=2011-06-15';
/**
 * The ARN of the caller, from AWS STS, which needs no permission for that; undefined where STS cannot be reached.
 * One request, signed by the SDK's own signer, and not followed anywhere else: a second SDK client for it would add half a megabyte to the bundle.
 * Source: AWS STS API reference, GetCallerIdentity.
 */
async function callerArn({ sdk, target }) {
    try {
        // A client of its own, for the signer keeps the service for which it signed first.
        const { config } = new sdk.ECRClient({ region: target.region });
        const ecr = config.endpointProvider({ Region: target.region }).url;
        const url = new URL(process.env['AWS_ENDPOINT_URL_STS'] ?? `https://${stsHost(ecr.hostname)}`);
        const signer = await config.signer({
            name: 'sigv4',
            signingName: 'sts',
            signingRegion: target.region,
            properties: {},
        });
        const { headers } = await signer.sign({
            method: 'POST',
            protocol: url.protocol,
            hostname: url.hostname,
            path: '/',
            query: {},
            headers: { host: url.host, 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' },
            body,
        });
        const answer = await (0,http_answer/* askHttp */.wC)(url, { method: 'POST', headers, body }, bounds, new lib/* HttpClient */.Qq());
        return /<Arn>(arn:[\w+=,.@:/-]+)<\/Arn>/.exec(answer.body.toString('utf8'))?.[1];
    }
    catch {
        return undefined;
    }
}
/** The host of STS in the region and partition of ECR's API, which the SDK knows: the two differ in their first labels. */
function stsHost(ecrHost) {
    return ecrHost.replace(/^api\.ecr\./, 'sts.');
}

// EXTERNAL MODULE: ./src/types/names.ts
var names = __nccwpck_require__(2357);
// EXTERNAL MODULE: ./src/types/errors.ts
var errors = __nccwpck_require__(4218);
// EXTERNAL MODULE: ./src/types/iam.ts
var iam = __nccwpck_require__(8036);
// EXTERNAL MODULE: ./src/types/text.ts
var types_text = __nccwpck_require__(9786);
;// CONCATENATED MODULE: ./src/adapters/aws-errors.ts



/** Names under which credentials fail before any permission is looked at. Source: AWS common errors. */
const badCredentials = new Set([
    'CredentialsProviderError',
    'ExpiredTokenException',
    'ExpiredToken',
    'UnrecognizedClientException',
    'InvalidClientTokenId',
    'InvalidSignatureException',
    'IncompleteSignature',
    'MissingAuthenticationTokenException',
    'SignatureDoesNotMatch',
]);
/** Gives any error of an AWS call as the one error a person should read: what happened and what to do. */
function translateAwsError(error, call) {
    if (error instanceof errors/* ShipError */.f)
        return error;
    const name = nameOf(error);
    const message = (0,types_text/* messageOf */.bD)(error);
    if (name === 'AccessDeniedException')
        return accessDenied(message, call, error);
    if (name === 'RepositoryNotFoundException')
        return repositoryNotFound(call, error);
    if (badCredentials.has(name)) {
        return new errors/* ShipError */.f({
            code: 'no-credentials',
            what: `AWS did not accept this job's credentials for ${call.action} in ${call.region} (${name}: ${(0,types_text/* clause */.sb)(message)}).`,
            next: 'Run aws-actions/configure-aws-credentials before this step, and give the job "permissions: id-token: write"; ' +
                'pull requests from forks get no credentials, so use push: false there.',
            cause: error,
        });
    }
    const code = codeOf(error);
    if (code !== undefined) {
        return new errors/* ShipError */.f({
            code: 'registry-unreachable',
            what: `The API of Amazon ECR in ${call.region} cannot be reached for ${call.action} (${code}: ${(0,types_text/* clause */.sb)(message)}).`,
            next: 'Check the input aws-region, and the network and proxy settings of the runner.',
            cause: error,
        });
    }
    return new errors/* ShipError */.f({
        code: 'registry-failed',
        what: `${call.action} failed in ${call.region} (${name}: ${(0,types_text/* clause */.sb)(message)}).`,
        next: 'If this looks like a passing fault of AWS, run the job again.',
        cause: error,
    });
}
function accessDenied(message, call, cause) {
    const denial = (0,iam/* parseDenial */.Pu)(message);
    return (0,iam/* deniedError */.gF)(denial?.action ?? call.action, denial?.principal, denial?.resource ??
        `arn:aws:ecr:${call.region}:${call.registryId ?? '*'}:repository/${call.repository ?? '*'}`, cause);
}
function repositoryNotFound(call, cause) {
    const where = `${call.region}${call.registryId === undefined ? '' : `, account ${call.registryId}`}`;
    return new errors/* ShipError */.f({
        code: 'repository-not-found',
        what: `There is no repository ${call.repository ?? ''} in the registry (${where}).`,
        next: 'Create it (aws ecr create-repository), or correct the inputs repository, aws-region or registry-id; ' +
            'the name stands alone, without the registry in front of it.',
        cause,
    });
}
function nameOf(error) {
    return error instanceof Error ? error.name : 'Error';
}
/** The code of a failed connection (`ECONNREFUSED`, `SELF_SIGNED_CERT_IN_CHAIN`), if that is what it is. */
function codeOf(error) {
    const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
    return typeof code === 'string' &&
        /^(?:E[A-Z]{3,}|ERR_TLS|UND_ERR|CERT_|UNABLE_TO_)|_SELF_SIGNED_CERT$|^SELF_SIGNED_CERT_/.test(code)
        ? code
        : undefined;
}

// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __nccwpck_require__(7075);
;// CONCATENATED MODULE: ./src/adapters/bounded-answers.ts



/**
 * The largest answer is one of BatchGetImage, whose manifests may have 4 MiB each; a hundred of those that builders write
 * have less than one. Kept in memory, parsed and judged it stays below what a small runner has.
 */
const mostBytes = 16 * 1024 * 1024;
/** For the body alone: the client's own time-out ends where an answer begins. In milliseconds. */
const bodyMs = 30_000;
/**
 * Reads the body of every answer before the SDK does, which has no bound of its own: an endless one is an error that is not
 * tried again, and one that drips is a time-out like any other, which is.
 */
function boundAnswers(client, { bytes, ms } = { bytes: mostBytes, ms: bodyMs }) {
    client.middlewareStack.add((next, context) => async (args) => {
        const result = await next(args);
        const response = result.response;
        const body = response?.body;
        if (response === undefined || !(body instanceof external_node_stream_.Readable))
            return result;
        const late = new Error(`no whole answer came within ${String(ms / 1000)} s`);
        late.name = 'TimeoutError';
        const timer = setTimeout(() => body.destroy(late), ms);
        try {
            response.body = external_node_stream_.Readable.from([await (0,http_answer/* collect */.Fo)(body, bytes)]);
        }
        catch (error) {
            if (!(error instanceof http_answer/* TooLong */.VL))
                throw error;
            throw badAnswer(context.commandName?.replace(/Command$/, '') ?? 'a call', `too much: ${error.message}`);
        }
        finally {
            clearTimeout(timer);
        }
        return result;
    }, 
    // Between the HTTP handler and the deserializer, which comes before it in the same step.
    { name: 'boundAnswers', step: 'deserialize', priority: 'low' });
}

// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __nccwpck_require__(7067);
// EXTERNAL MODULE: external "node:https"
var external_node_https_ = __nccwpck_require__(4708);
;// CONCATENATED MODULE: ./src/adapters/proxy.ts


/** Connections that are kept between calls and go through the job's proxy, for the AWS SDK's request handler. */
function proxyAwareAgents() {
    const options = { keepAlive: true, maxSockets: 16, proxyEnv: process.env };
    return { httpAgent: new external_node_http_.Agent(options), httpsAgent: new external_node_https_.Agent(options) };
}

;// CONCATENATED MODULE: ./src/adapters/ecr-client.ts




/** A connection or an answer that never comes must not outlast every other deadline; the SDK tries again. In milliseconds. */
const patience = {
    connectionTimeout: 10_000,
    requestTimeout: 30_000,
    throwOnRequestTimeout: true,
    socketTimeout: 30_000,
};
async function loadClient(target) {
    const sdk = await __nccwpck_require__.e(/* import() */ 249).then(__nccwpck_require__.t.bind(__nccwpck_require__, 8249, 19));
    const requestHandler = { ...proxyAwareAgents(), ...patience };
    const patient = new sdk.ECRClient({ region: target.region, requestHandler, maxAttempts: 5 });
    // The SDK counts LimitExceededException as throttling and sends it again; for StartImageScan it is an answer.
    const once = new sdk.ECRClient({ region: target.region, requestHandler, maxAttempts: 1 });
    for (const client of [patient, once])
        boundAnswers(client);
    return {
        sdk,
        target,
        async send(action, repository, call, options) {
            try {
                return await call(options?.once === true ? once : patient);
            }
            catch (error) {
                if (isAnswer(sdk, error))
                    throw error;
                throw translateAwsError(error, {
                    action: `ecr:${action}`,
                    region: target.region,
                    registryId: target.registryId,
                    ...(repository !== undefined && { repository }),
                });
            }
        },
    };
}
/** Exceptions that tell the caller something rather than stop the run. */
function isAnswer(sdk, error) {
    return (error instanceof sdk.ScanNotFoundException ||
        error instanceof sdk.ImageNotFoundException ||
        error instanceof sdk.LimitExceededException ||
        error instanceof sdk.UnsupportedImageTypeException ||
        error instanceof sdk.ImageArchivedException ||
        error instanceof sdk.ValidationException);
}
function registryOf(target) {
    return target.registryId === undefined ? {} : { registryId: target.registryId };
}
function badAnswer(action, what) {
    return new errors/* ShipError */.f({
        code: 'registry-failed',
        what: `ecr:${action} answered with ${what}.`,
        next: 'Look for a proxy between the runner and AWS; if there is none, run the job again.',
    });
}

;// CONCATENATED MODULE: ./src/adapters/ecr-access.ts


async function authorize({ sdk, send }) {
    const answer = await send('GetAuthorizationToken', undefined, (client) => client.send(new sdk.GetAuthorizationTokenCommand({})));
    const [data] = answer.authorizationData ?? [];
    const decoded = Buffer.from(data?.authorizationToken ?? '', 'base64').toString('utf8');
    const colon = decoded.indexOf(':');
    if (data?.proxyEndpoint === undefined || colon < 0)
        throw badAnswer('GetAuthorizationToken', 'no token for a registry');
    return {
        endpoint: data.proxyEndpoint,
        username: decoded.slice(0, colon),
        password: decoded.slice(colon + 1),
        basic: data.authorizationToken ?? '',
        expiresAt: data.expiresAt?.getTime() ?? 0,
    };
}
async function describeRepository({ sdk, send, target }, name) {
    const answer = await send('DescribeRepositories', name, (client) => client.send(new sdk.DescribeRepositoriesCommand({ ...registryOf(target), repositoryNames: [name] })));
    const [found] = answer.repositories ?? [];
    const registryId = (0,names/* parseAccountId */.cK)(found?.registryId ?? '');
    if (found?.repositoryUri === undefined || found.repositoryArn === undefined || registryId === undefined) {
        throw badAnswer('DescribeRepositories', 'a repository without URI, ARN or account');
    }
    return {
        name,
        uri: found.repositoryUri,
        arn: found.repositoryArn,
        registryId,
        mutability: {
            default: found.imageTagMutability?.startsWith('IMMUTABLE') === true ? 'immutable' : 'mutable',
            exceptFilters: (found.imageTagMutabilityExclusionFilters ?? []).map((filter) => filter.filter ?? ''),
        },
    };
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(7598);
// EXTERNAL MODULE: ./src/publish/manifest.ts
var manifest = __nccwpck_require__(7322);
// EXTERNAL MODULE: ./src/types/digest.ts
var types_digest = __nccwpck_require__(6221);
// EXTERNAL MODULE: ./src/types/media-types.ts
var media_types = __nccwpck_require__(5949);
;// CONCATENATED MODULE: ./src/adapters/ecr-images.ts





async function readManifests(client, name, digests) {
    const images = await batchGetImage(client, name, digests.map((imageDigest) => ({ imageDigest })));
    return images.map(storedManifest);
}
async function readTagged(client, name, tags) {
    const images = await batchGetImage(client, name, tags.map((imageTag) => ({ imageTag })));
    const found = images.map((image) => {
        const tag = tags.find((candidate) => candidate === image.imageId?.imageTag);
        if (tag === undefined)
            throw badAnswer('BatchGetImage', 'an image that was not asked for');
        return [tag, storedManifest(image)];
    });
    return new Map(found);
}
/** Every tag, a thousand an answer. */
async function listTags({ sdk, send, target }, name) {
    const tags = [];
    let nextToken;
    do {
        const answer = await send('DescribeImages', name, (client) => client.send(new sdk.DescribeImagesCommand({
            ...registryOf(target),
            repositoryName: name,
            filter: { tagStatus: 'TAGGED' },
            maxResults: 1000,
            nextToken,
        })));
        for (const image of answer.imageDetails ?? [])
            tags.push(...(image.imageTags ?? []));
        nextToken = answer.nextToken;
    } while (nextToken !== undefined);
    return tags;
}
/** The images that are there; the others are among the answer's failures. */
async function batchGetImage({ sdk, send, target }, name, imageIds) {
    const found = [];
    // BatchGetImage takes 1 to 100 identifiers.
    for (let start = 0; start < imageIds.length; start += 100) {
        const answer = await send('BatchGetImage', name, (client) => client.send(new sdk.BatchGetImageCommand({
            ...registryOf(target),
            repositoryName: name,
            imageIds: imageIds.slice(start, start + 100),
            acceptedMediaTypes: [...media_types/* manifestMediaTypes */.$P],
        })));
        found.push(...(answer.images ?? []));
    }
    return found;
}
/** Trusts no answer: the digest is computed from the bytes. */
function storedManifest(image) {
    const body = image.imageManifest ?? '';
    const digest = (0,types_digest/* parseDigest */.m)(`sha256:${(0,external_node_crypto_.createHash)('sha256').update(body).digest('hex')}`);
    if (digest === undefined || digest !== image.imageId?.imageDigest) {
        throw badAnswer('BatchGetImage', `a manifest whose bytes are not those of ${image.imageId?.imageDigest ?? 'its digest'}`);
    }
    return { digest, mediaType: image.imageManifestMediaType ?? (0,manifest/* mediaTypeOf */.c0)(body) ?? '', body };
}
async function describeImages({ sdk, send, target }, name, ids) {
    try {
        const answer = await send('DescribeImages', name, (client) => client.send(new sdk.DescribeImagesCommand({
            ...registryOf(target),
            repositoryName: name,
            imageIds: ids.map((id) => ('digest' in id ? { imageDigest: id.digest } : { imageTag: id.tag })),
        })));
        return (answer.imageDetails ?? []).map(imageFacts);
    }
    catch (error) {
        // One absent image makes the whole call fail, and the answer does not always say which.
        if (!(error instanceof sdk.ImageNotFoundException))
            throw error;
        if (ids.length === 1)
            return [];
        const each = await Promise.all(ids.map((id) => describeImages({ sdk, send, target }, name, [id])));
        return each.flat();
    }
}
function imageFacts(detail) {
    const digest = (0,types_digest/* parseDigest */.m)(detail.imageDigest ?? '');
    if (digest === undefined)
        throw badAnswer('DescribeImages', 'an image without a digest');
    return {
        digest,
        tags: detail.imageTags ?? [],
        mediaType: detail.imageManifestMediaType,
        pushedAt: detail.imagePushedAt?.getTime() ?? 0,
    };
}
async function removeTag({ sdk, send, target }, name, tag) {
    const answer = await send('BatchDeleteImage', name, (client) => client.send(new sdk.BatchDeleteImageCommand({
        ...registryOf(target),
        repositoryName: name,
        imageIds: [{ imageTag: tag }],
    })));
    const [failure] = answer.failures ?? [];
    if (failure === undefined)
        return 'removed';
    if (failure.failureCode === 'ImageNotFound')
        return 'absent';
    throw badAnswer('BatchDeleteImage', `${failure.failureCode ?? 'a failure'}: ${failure.failureReason ?? ''}`);
}

;// CONCATENATED MODULE: ./src/adapters/ecr-scan-settings.ts


/**
 * How the registry scans this repository: the kind of scanner is a setting of the registry, when it scans is the result
 * of the registry's rules, whose filters ECR itself applies to the repository's name. What may not be read is `unknown`.
 * `scanOnPush` of the repository is deprecated and can say something else.
 * Source: ECR API reference, GetRegistryScanningConfiguration, BatchGetRepositoryScanningConfiguration.
 */
async function readScanSettings(client, name) {
    const [registry, repository] = await Promise.all([
        unlessDenied(readScanner(client)),
        unlessDenied(readFrequency(client, name)),
    ]);
    const denials = [registry, repository].flatMap((part) => (part.denied ? [(0,types_text/* clause */.sb)(part.what)] : []));
    const notice = denials.length > 0 && {
        notice: learnt(`The scanning configuration cannot be read: ${denials.join('; ')}`),
    };
    const { registryId } = client.target;
    // Neither call takes a registry id: they speak of the caller's own registry, which may be another one.
    if (registryId !== undefined && registry.denied)
        return { scanner: 'unknown', frequency: 'unknown', ...notice };
    if (registryId !== undefined && !registry.denied && registry.value.registryId !== registryId) {
        return {
            scanner: 'unknown',
            frequency: 'unknown',
            notice: learnt(`The scanning configuration of account ${registryId} can only be read from within it`),
        };
    }
    const frequency = repository.denied ? 'unknown' : repository.value;
    const scanner = registry.denied ? 'unknown' : registry.value.scanner;
    return { scanner: scanner === 'unknown' ? scannerWith(frequency) : scanner, frequency, ...notice };
}
function learnt(why) {
    return `${why}; the scan is judged by what the registry answers.`;
}
/** Only Amazon Inspector scans continuously. */
function scannerWith(frequency) {
    return frequency === 'continuous' ? 'enhanced' : 'unknown';
}
async function readScanner({ sdk, send }) {
    const answer = await send('GetRegistryScanningConfiguration', undefined, (client) => client.send(new sdk.GetRegistryScanningConfigurationCommand({})));
    return { scanner: scannerOf(answer.scanningConfiguration?.scanType), registryId: answer.registryId };
}
/** A kind that is new is not taken for basic scanning, whose empty answers are believed soonest. */
function scannerOf(scanType) {
    switch (scanType) {
        case 'BASIC':
            return 'basic';
        case 'ENHANCED':
            return 'enhanced';
        default:
            return 'unknown';
    }
}
async function readFrequency({ sdk, send }, name) {
    const answer = await send('BatchGetRepositoryScanningConfiguration', name, (client) => client.send(new sdk.BatchGetRepositoryScanningConfigurationCommand({ repositoryNames: [name] }))).catch((error) => {
        // A repository that is missing is told by DescribeRepositories; this one may be in another account.
        if (error instanceof errors/* ShipError */.f && error.code === 'repository-not-found')
            return undefined;
        throw error;
    });
    switch (answer?.scanningConfigurations?.[0]?.scanFrequency) {
        case 'SCAN_ON_PUSH':
            return 'on-push';
        case 'CONTINUOUS_SCAN':
            return 'continuous';
        case 'MANUAL':
            return 'manual';
        default:
            return 'unknown';
    }
}
async function unlessDenied(reading) {
    try {
        return { denied: false, value: await reading };
    }
    catch (error) {
        if (!(error instanceof errors/* ShipError */.f) || error.code !== 'access-denied')
            throw error;
        return { denied: true, what: error.what };
    }
}

// EXTERNAL MODULE: ./src/types/scan.ts
var scan = __nccwpck_require__(2700);
// EXTERNAL MODULE: ./src/types/severity-word.ts
var severity_word = __nccwpck_require__(8959);
// EXTERNAL MODULE: ./src/types/tally.ts
var tally = __nccwpck_require__(215);
;// CONCATENATED MODULE: ./src/adapters/ecr-findings.ts


// The SDK's types are what the API promises; it passes on whatever comes, so that nothing here relies on them.
/** A finding of the basic scanner in our words. Attribute keys: see docs/facts.md, "Basic findings". */
function fromBasic(finding) {
    const attributes = objectsOf(finding.attributes);
    const attribute = (key) => textOf(attributes.find((candidate) => candidate['key'] === key)?.['value']);
    const score = Number(attribute('CVSS3_SCORE') ?? attribute('CVSS2_SCORE') ?? Number.NaN);
    return withoutUndefined({
        id: textOf(finding.name) ?? scan/* unnamed */.p1,
        ...(0,severity_word/* parseSeverity */.lv)(finding.severity),
        package: attribute('package_name'),
        installed: attribute('package_version'),
        fixedIn: attribute('patched_version'),
        fix: attribute('patched_version') === undefined ? undefined : 'yes',
        score: Number.isFinite(score) ? score : undefined,
        description: textOf(finding.description),
        uri: textOf(finding.uri),
    });
}
/** A finding of the enhanced scanner (Amazon Inspector): one for each package that it names. */
function fromEnhanced(finding) {
    const details = objectOf(finding.packageVulnerabilityDetails);
    const shared = {
        id: textOf(details?.['vulnerabilityId']) ?? textOf(finding.title) ?? textOf(finding.findingArn) ?? scan/* unnamed */.p1,
        ...(0,severity_word/* parseSeverity */.lv)(finding.severity),
        score: Number.isFinite(finding.score) ? finding.score : undefined,
        fix: fixes.get(textOf(finding.fixAvailable) ?? ''),
        description: textOf(finding.description),
        uri: textOf(details?.['sourceUrl']),
        setAside: setAsideWord(finding),
    };
    const packages = objectsOf(details?.['vulnerablePackages']);
    if (packages.length === 0)
        return [withoutUndefined(shared)];
    return packages.map((item) => {
        const fixedIn = textOf(item['fixedInVersion']);
        return withoutUndefined({
            ...shared,
            package: textOf(item['name']),
            installed: textOf(item['version']),
            fixedIn: fixedIn === 'NotAvailable' ? undefined : fixedIn,
        });
    });
}
/** What `fixAvailable` can be; any other word is no answer. Source: Inspector2 API reference, Finding. */
const fixes = new Map([
    ['YES', 'yes'],
    ['PARTIAL', 'partial'],
    ['NO', 'no'],
]);
/** Inspector's word for a finding that is not active: SUPPRESSED or CLOSED. Source: Inspector2 API reference, Finding. */
function setAsideWord({ status }) {
    const word = textOf(status);
    return word === undefined || word === 'ACTIVE' ? undefined : word;
}
/** The images that a finding of the enhanced scanner is about, by digest; none where it does not say. */
function imagesOf({ resources }) {
    return objectsOf(resources).flatMap((resource) => {
        const image = objectOf(objectOf(resource['details'])?.['awsEcrContainerImage']);
        return textOf(image?.['imageHash']) ?? [];
    });
}
/** A text that is there and not blank. */
function textOf(value) {
    return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}
function objectOf(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value)
        ? value
        : undefined;
}
function objectsOf(value) {
    return Array.isArray(value)
        ? value.map(objectOf).filter((item) => item !== undefined)
        : [];
}
function withoutUndefined(value) {
    return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined));
}

;// CONCATENATED MODULE: ./src/adapters/scan-answer.ts




/**
 * One answer of DescribeImageScanFindings in our words. It is evidence only about the image that it names, so that it has
 * to name the one that was asked for; what contradicts itself is no evidence at all. Never throws, whatever the answer
 * holds: the SDK checks no types.
 */
function scanAnswer(answer, asked) {
    const other = otherSubject(answer, asked);
    if (other !== undefined)
        return contradiction(other);
    const status = textOf(objectOf(answer.imageScanStatus)?.['status']);
    // Reported of images whose scan has not begun, in place of an exception (aws/containers-roadmap#2656).
    if (status === undefined)
        return { kind: 'no-scan', detail: 'the answer has no status' };
    if (!namesImage(answer))
        return contradiction('ECR answered without saying about which image');
    const found = answer.imageScanFindings ?? undefined;
    if (found !== undefined && objectOf(found) === undefined)
        return contradiction('ECR answered with findings that are no object');
    const basic = listOf(found?.findings);
    const enhanced = listOf(found?.enhancedFindings);
    const counts = countsOf(found?.findingSeverityCounts);
    if (basic === 'broken' || enhanced === 'broken')
        return contradiction('ECR answered with a list of findings that is none');
    if (typeof counts === 'string')
        return contradiction(counts);
    if ((basic?.length ?? 0) > 0 && (enhanced?.length ?? 0) > 0)
        return contradiction('ECR answered with findings of basic and of enhanced scanning at once');
    const stranger = (enhanced ?? []).flatMap(imagesOf).find((image) => image !== asked.digest);
    if (stranger !== undefined)
        return contradiction(`ECR was asked about ${asked.digest} and listed a finding of ${shown(stranger)}`);
    const completedAt = timeOf(found?.imageScanCompletedAt);
    const detail = textOf(answer.imageScanStatus?.description);
    const nextToken = textOf(answer.nextToken);
    const page = {
        scanner: scan_answer_scannerOf(status, basic, enhanced),
        status,
        ...(detail !== undefined && { detail }),
        ...(completedAt !== undefined && { completedAt }),
        ...(counts !== undefined && { counts }),
        hasList: basic !== undefined || enhanced !== undefined,
        listed: (0,tally/* tallyOf */.sv)([...(basic ?? []), ...(enhanced ?? [])].map(keyOf)),
        setAside: (0,tally/* tallyOf */.sv)((enhanced ?? []).filter((finding) => setAsideWord(finding) !== undefined).map(keyOf)),
        findings: [...(basic ?? []).map(fromBasic), ...(enhanced ?? []).flatMap(fromEnhanced)],
        ...(nextToken !== undefined && { nextToken }),
    };
    return { kind: 'status', page };
}
/** Why the answer to StartImageScan is not about the image that was to be scanned; undefined where it is. */
function otherStart(answer, asked) {
    return (otherSubject(answer, asked) ??
        (namesImage(answer) ? undefined : 'ECR answered without saying which image it scans'));
}
function otherSubject(said, { repository, digest }) {
    const members = [
        ['image', digest, objectOf(said.imageId)?.['imageDigest']],
        ['repository', repository.name, said.repositoryName],
        ['registry', repository.registryId, said.registryId],
    ];
    const wrong = members.find(([, wanted, is]) => is !== undefined && is !== null && is !== wanted);
    if (wrong === undefined)
        return undefined;
    const [what, wanted, is] = wrong;
    return `ECR was asked about ${what} ${wanted} and answered about ${shown(is)}`;
}
function namesImage({ imageId }) {
    return textOf(objectOf(imageId)?.['imageDigest']) !== undefined;
}
/** A list of objects; undefined where there is none, `broken` where it is something else. */
function listOf(promised) {
    const value = promised ?? undefined;
    if (value === undefined)
        return undefined;
    const isList = Array.isArray(value) && value.every((item) => objectOf(item) !== undefined);
    return isList ? promised : 'broken';
}
/** ECR's counts by severity, or what is wrong with them as a clause. */
function countsOf(value) {
    if (value === undefined || value === null)
        return undefined;
    const members = objectOf(value);
    if (members === undefined)
        return 'ECR answered with counts of findings that are no object';
    const counts = new Map();
    for (const [word, count] of Object.entries(members)) {
        const key = (0,severity_word/* severityKey */.H$)((0,severity_word/* parseSeverity */.lv)(word));
        if (typeof count !== 'number' || !Number.isInteger(count) || count < 0 || count > scan/* mostFindings */.Yb)
            return `ECR counts ${shown(count)} ${key} findings; from 0 to ${String(scan/* mostFindings */.Yb)} can be`;
        counts.set(key, (counts.get(key) ?? 0) + count);
    }
    return counts;
}
function keyOf({ severity }) {
    return (0,severity_word/* severityKey */.H$)((0,severity_word/* parseSeverity */.lv)(severity));
}
function timeOf(value) {
    const time = value instanceof Date ? value.getTime() : Number.NaN;
    return Number.isFinite(time) ? time : undefined;
}
/** An enhanced registry can answer with an empty list of basic findings, so that an empty list tells nothing. */
function scan_answer_scannerOf(status, basic, enhanced) {
    if (enhanced !== undefined || status === 'ACTIVE')
        return 'enhanced';
    return basic !== undefined && basic.length > 0 ? 'basic' : 'unknown';
}
function contradiction(detail) {
    return { kind: 'contradiction', detail };
}
/** Something of another type than promised, too, as a few characters. */
function shown(value) {
    const text = typeof value === 'string' || typeof value === 'number' ? String(value) : typeof value;
    return text.length > 100 ? `${text.slice(0, 99)}…` : text;
}

;// CONCATENATED MODULE: ./src/adapters/ecr-scans.ts



async function startScan({ sdk, send, target }, asked) {
    const { name } = asked.repository;
    try {
        const answer = await send('StartImageScan', name, (client) => client.send(new sdk.StartImageScanCommand({
            ...registryOf(target),
            repositoryName: name,
            imageId: { imageDigest: asked.digest },
        })), { once: true });
        const other = otherStart(answer, asked);
        return other === undefined
            ? { kind: 'started' }
            : { kind: 'refused', reason: 'unavailable', detail: other };
    }
    catch (error) {
        if (error instanceof sdk.LimitExceededException)
            return { kind: 'already-scanned' };
        // Answered for a while just after a push.
        if (error instanceof sdk.ImageNotFoundException)
            return { kind: 'not-now', detail: error.message };
        if (error instanceof sdk.UnsupportedImageTypeException) {
            return { kind: 'refused', reason: 'unsupported', detail: error.message };
        }
        if (error instanceof sdk.ImageArchivedException)
            return { kind: 'refused', reason: 'archived', detail: error.message };
        if (error instanceof sdk.ValidationException) {
            // What enhanced scanning answers, as observed by several tools; AWS documents no text.
            return /feature is disabled/i.test(error.message)
                ? { kind: 'starts-by-itself' }
                : { kind: 'refused', reason: 'unavailable', detail: error.message };
        }
        // The call is sent once, so that what the SDK would try again comes out here; whoever polls asks again.
        if (isPassing(error))
            return { kind: 'not-now', detail: error.what };
        throw error;
    }
}
/** Too many requests at once, or a fault within AWS. Source: AWS common errors. */
function isPassing(error) {
    if (!(error instanceof errors/* ShipError */.f))
        return false;
    if (error.code === 'registry-unreachable')
        return true;
    const { name, $metadata } = (error.cause ?? {});
    return /Throttl|TooManyRequests|^TimeoutError$/.test(name ?? '') || ($metadata?.httpStatusCode ?? 0) >= 500;
}
async function readScan({ sdk, send, target }, asked, { size, token }) {
    const { name } = asked.repository;
    try {
        const answer = await send('DescribeImageScanFindings', name, (client) => client.send(new sdk.DescribeImageScanFindingsCommand({
            ...registryOf(target),
            repositoryName: name,
            imageId: { imageDigest: asked.digest },
            maxResults: size,
            ...(token !== undefined && { nextToken: token }),
        })));
        return scanAnswer(answer, asked);
    }
    catch (error) {
        // Both are answered for a while just after a push.
        if (error instanceof sdk.ScanNotFoundException || error instanceof sdk.ImageNotFoundException) {
            return { kind: 'no-scan', detail: error.message };
        }
        // The SDK has tried several times; whoever polls has more patience.
        if (isPassing(error))
            return { kind: 'busy', detail: error.what };
        throw error;
    }
}

// EXTERNAL MODULE: ./src/types/image.ts
var types_image = __nccwpck_require__(5768);
// EXTERNAL MODULE: ./src/types/refusal.ts
var refusal = __nccwpck_require__(3617);
// EXTERNAL MODULE: ./src/adapters/redirects.ts + 1 modules
var redirects = __nccwpck_require__(7230);
;// CONCATENATED MODULE: ./src/adapters/registry-errors.ts



/**
 * Two generations of ECR's words for the same refusal (the code is TAG_INVALID in both), and the names of the API's
 * exceptions. None of them tells whether the tag names this very image: whoever gets this answer compares digests.
 * Source: collected answers of ECR, 2019 to 2026; see docs/facts.md.
 */
function isImmutable({ message }) {
    return (/cannot be overwritten because the (?:repository|tag) is immutable/.test(message) ||
        /\bImage(?:Tag)?AlreadyExistsException\b/.test(message));
}
/** The first error of an answer's body; the whole body where it has another form. */
function firstError(body) {
    const text = body.toString('utf8');
    try {
        const { errors } = JSON.parse(text);
        const { code, message } = errors?.[0] ?? {};
        return {
            code: typeof code === 'string' ? code : '',
            message: typeof message === 'string' ? message : text,
        };
    }
    catch {
        return { code: '', message: text };
    }
}
/** The registry said no. `doing` is what it did not let this run do, `action` the permission that it may take. */
function refused(doing, status, error, repository, action) {
    const denial = (0,iam/* parseDenial */.Pu)(error.message);
    if (denial !== undefined)
        return (0,iam/* deniedError */.gF)(denial.action, denial.principal, denial.resource ?? repository.arn, error.message);
    return new errors/* ShipError */.f({
        code: 'registry-failed',
        what: `The registry did not let this run ${doing} (HTTP ${String(status)}: ${(0,types_text/* clause */.sb)(error.message)}).`,
        next: status === 403 ? `Grant ${action} on the repository to the role of this job.` : 'Run the job again.',
    });
}
/** No answer came, or none that ended. */
function unreachable(host, cause) {
    return new errors/* ShipError */.f({
        code: 'registry-unreachable',
        what: `The registry ${host} cannot be reached (${(0,types_text/* clause */.sb)((0,types_text/* messageOf */.bD)(cause))}).`,
        next: 'Check the network and proxy settings of the runner.',
        cause,
    });
}
/** An answer that is not what was asked for. `what` is a clause. */
function badRegistry(what) {
    return new errors/* ShipError */.f({
        code: 'registry-failed',
        what: `The registry's answer is not believed: ${what}.`,
        next: 'Look for a proxy between the runner and the registry, and at what else pushes to this repository.',
    });
}

;// CONCATENATED MODULE: ./src/adapters/registry-http.ts









/** Far beyond what ECR takes for a manifest or a config; three answers that take longer are a fault that stays. */
const usualPatience = { answerMs: 20_000, totalMs: 60_000 };
/** Waits between tries of a request that met throttling or a passing fault. */
const retryDelaysMs = [300, 900, 2700, 8100];
/** A config is a few kilobytes, a few hundred with BuildKit's inline cache; what is larger than this is not one. */
const largestBlob = 4 * 1024 * 1024;
/** An answer that is no blob is an error of a few lines, or nothing. */
const largestOther = 64 * 1024;
/** What is remembered of blobs stays small, however many configs a hostile index has. */
const largestKept = 64 * 1024;
const mostKept = 64;
/**
 * Talks to a repository's registry, whose host is that of its URI, over connections that are kept. Goes through the job's
 * proxy (HTTPS_PROXY, NO_PROXY). Credentials are sent with every request, as ECR wants it, and nowhere but to the
 * registry's own scheme, host and port; only the GET of a blob follows redirects.
 */
function registryHttp(patience = usualPatience) {
    let credentials;
    const client = new lib/* HttpClient */.Qq('ecr-ship', undefined, { keepAlive: true });
    /** What was read once: a blob never changes. The config of an image that is used again is looked at twice. */
    const blobs = new Map();
    function address(repository, path) {
        if (credentials === undefined)
            throw new Error('the registry was asked before the run had logged in');
        const { protocol } = new URL(credentials.endpoint);
        const url = new URL(`${protocol}//${(0,types_image/* registryHost */.U)(repository)}/v2/${repository.name}${path}`);
        if (!(0,redirects/* isConfidential */.F)(url))
            throw badRegistry(`${url.host} speaks no TLS, so the login is not sent there`);
        return { url, authorization: `Basic ${credentials.basic}` };
    }
    /** Asks until there is an answer that is no passing fault. Throws `registry-unreachable` and `registry-failed`. */
    async function insist(what, host, ask) {
        const deadline = Date.now() + patience.totalMs;
        for (const delayMs of [...retryDelaysMs, 0]) {
            const left = Math.max(1, deadline - Date.now());
            const isLast = delayMs === 0 || left <= delayMs + patience.answerMs;
            try {
                const answer = await ask(Math.min(patience.answerMs, left));
                if (isLast || !(answer.status === 429 || answer.status >= 500))
                    return answer;
            }
            catch (error) {
                if (error instanceof refusal/* Refusal */.P_ || error instanceof http_answer/* TooLong */.VL)
                    throw badRegistry(`${what}: ${error.message}`);
                if (isLast)
                    throw unreachable(host, error);
            }
            await new Promise((resolve) => setTimeout(resolve, delayMs));
        }
        throw new Error('unreachable code: the last try returns or throws');
    }
    return {
        useCredentials(given) {
            credentials = given;
        },
        async putManifest(repository, tag, manifest) {
            const { url, authorization } = address(repository, `/manifests/${tag}`);
            const headers = { authorization, 'content-type': manifest.mediaType };
            const question = { method: 'PUT', headers, body: manifest.body };
            const { status, body, headers: said, } = await insist(`the answer about the tag ${tag}`, url.host, (ms) => (0,http_answer/* askHttp */.wC)(url, question, { bytes: () => largestOther, ms }, client));
            if (status >= 200 && status < 300) {
                const digest = (0,types_digest/* parseDigest */.m)(headerOf(said, 'docker-content-digest'));
                return { kind: 'set', digest: digest ?? manifest.digest };
            }
            const error = firstError(body);
            if (isImmutable(error))
                return { kind: 'immutable', detail: error.message };
            throw refused(`set the tag ${tag}`, status, error, repository, 'ecr:PutImage');
        },
        async readBlob(repository, { digest, size }) {
            const known = blobs.get(digest);
            if (known !== undefined)
                return known;
            if (size > largestBlob)
                throw badRegistry(`the blob ${digest} is to have ${String(size)} bytes, and a config of more than ${String(largestBlob)} is not read`);
            const { url, authorization } = address(repository, `/blobs/${digest}`);
            const bytes = (status) => (status === 200 ? size : largestOther);
            const answer = await insist(`the blob ${digest}`, url.host, (ms) => (0,redirects/* getFollowing */.m)({ url, headers: {}, authorization, leaves: true, bounds: { bytes, ms } }, client));
            if (answer.status === 200) {
                const text = textOfBlob(answer.body, { digest, size });
                if (size <= largestKept && blobs.size < mostKept)
                    blobs.set(digest, text);
                return text;
            }
            const error = firstError(answer.body);
            if (answer.status === 403 && (0,iam/* parseDenial */.Pu)(error.message) !== undefined)
                return undefined;
            throw refused('read an image config', answer.status, error, repository, 'ecr:GetDownloadUrlForLayer');
        },
    };
}
/** The bytes that were asked for and no others, as text. Throws `registry-failed`. */
function textOfBlob(body, { digest, size }) {
    const hash = `sha256:${(0,external_node_crypto_.createHash)('sha256').update(body).digest('hex')}`;
    if (body.length !== size)
        throw badRegistry(`the blob ${digest} has ${String(body.length)} bytes, and its manifest says ${String(size)}`);
    if (hash !== digest)
        throw badRegistry(`what it gave for the blob ${digest} is ${hash}`);
    try {
        return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(body);
    }
    catch {
        throw badRegistry(`the blob ${digest} is no text in UTF-8`);
    }
}
function headerOf(headers, name) {
    const value = headers[name];
    return typeof value === 'string' ? value : '';
}

;// CONCATENATED MODULE: ./src/adapters/ecr-private.ts







/**
 * A private registry through the AWS SDK and the registry's HTTP interface.
 * The SDK is the largest part of the bundle: loading begins here, so that it goes on while docker is being asked
 * about itself, and never where no registry is needed.
 */
function ecrPrivate(target) {
    const loading = loadClient(target);
    // Whoever uses the client first meets the failure, if there is one.
    loading.catch(() => undefined);
    const client = () => loading;
    const http = registryHttp();
    return {
        async authorize() {
            const credentials = await authorize(await client());
            http.useCredentials(credentials);
            return credentials;
        },
        callerArn: async () => callerArn(await client()),
        describeRepository: async (name) => describeRepository(await client(), name),
        readScanSettings: async (name) => readScanSettings(await client(), name),
        readManifests: async (name, digests) => readManifests(await client(), name, digests),
        readTagged: async (name, tags) => readTagged(await client(), name, tags),
        listTags: async (name) => listTags(await client(), name),
        describeImages: async (name, ids) => describeImages(await client(), name, ids),
        startScan: async (repository, digest) => startScan(await client(), { repository, digest }),
        readScan: async (repository, digest, page) => readScan(await client(), { repository, digest }, page),
        removeTag: async (name, tag) => removeTag(await client(), name, tag),
        readBlob: (repository, blob) => http.readBlob(repository, blob),
        putManifest: (repository, tag, manifest) => http.putManifest(repository, tag, manifest),
    };
}


/***/ }),

/***/ 7697:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ endSoon)
/* harmony export */ });
/** What still runs when all is said is something that was given up. In milliseconds. */
const lingeringMs = 5_000;
/**
 * Ends the process a little later, where something that was left alone would keep it: an operation on a file system
 * that hangs, a connection that nobody closes. Where nothing does, the process ends at once and by itself.
 * A run that failed is ended by force, for an orderly end waits for file operations, however long they take.
 * Source: libuv, threadpool.c, uv__threadpool_cleanup, which joins all threads.
 */
function endSoon(ms = lingeringMs) {
    const end = () => {
        const hasFailed = process.exitCode !== undefined && process.exitCode !== 0;
        if (hasFailed)
            process.kill(process.pid, 'SIGKILL');
        else
            process.exit();
    };
    setTimeout(end, ms).unref();
}


/***/ }),

/***/ 2344:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ findProgram)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__nccwpck_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _workspace_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(1841);



/**
 * The absolute path of a program; undefined where there is none. Looked for in absolute folders of PATH alone, and
 * never in the workspace: a checkout must not bring the programs that look at it.
 */
function findProgram(name) {
    const root = (0,_workspace_js__WEBPACK_IMPORTED_MODULE_2__/* .workspaceRoot */ .oS)();
    for (const folder of (process.env['PATH'] ?? '').split(node_path__WEBPACK_IMPORTED_MODULE_1__.delimiter)) {
        if (!(0,node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute)(folder))
            continue;
        const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, process.platform === 'win32' ? `${name}.exe` : name);
        try {
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.accessSync)(path, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.X_OK);
            if ((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(path).isFile() && !(0,_workspace_js__WEBPACK_IMPORTED_MODULE_2__/* .isBelow */ .Yw)((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(path), root) && !(0,_workspace_js__WEBPACK_IMPORTED_MODULE_2__/* .isBelow */ .Yw)(path, root))
                return path;
        }
        catch {
            // Not in this folder.
        }
    }
    return undefined;
}


/***/ }),

/***/ 4804:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ githubApi)
/* harmony export */ });
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8079);
/* harmony import */ var _actions_http_client__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(7673);
/* harmony import */ var _plan_event_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(9271);
/* harmony import */ var _types_text_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(9786);
/* harmony import */ var _redirects_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(7230);





/** A commit of many files is an answer of some megabytes; nothing waits longer for it than this. */
const bounds = { ms: 20_000, bytes: () => 16 * 1024 * 1024 };
/**
 * GitHub's REST API, of which one run needs two answers at most; see "Dependencies" in docs/architecture.md. The token goes
 * to the API's own scheme, host and port: a redirect inside it (a repository that was renamed) is followed, another is not.
 * Source: GitHub REST API, "Get a repository" and "Get a commit".
 */
function githubApi() {
    const { GITHUB_API_URL, GITHUB_REPOSITORY } = process.env;
    async function ask(path) {
        const token = _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .getInput */ .V4('github-token');
        if (token === '' || GITHUB_API_URL === undefined || GITHUB_REPOSITORY === undefined)
            return undefined;
        const headers = { accept: 'application/json', 'x-github-api-version': '2022-11-28' };
        const authorization = `Bearer ${token}`;
        try {
            const url = new URL(`${GITHUB_API_URL}/repos/${GITHUB_REPOSITORY}${path}`);
            const get = { url, headers, authorization, leaves: false, bounds };
            const { status, body } = await (0,_redirects_js__WEBPACK_IMPORTED_MODULE_4__/* .getFollowing */ .m)(get, new _actions_http_client__WEBPACK_IMPORTED_MODULE_1__/* .HttpClient */ .Qq());
            if (status !== 200)
                throw new Error(`status ${String(status)}`);
            return JSON.parse(body.toString('utf8'));
        }
        catch (error) {
            _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .debug */ .Yz(`GitHub's API did not answer ${path === '' ? 'about the repository' : path}: ${(0,_types_text_js__WEBPACK_IMPORTED_MODULE_3__/* .clause */ .sb)((0,_types_text_js__WEBPACK_IMPORTED_MODULE_3__/* .messageOf */ .bD)(error))}`);
            return undefined;
        }
    }
    return {
        async repository() {
            const answer = await ask('');
            return answer === undefined ? undefined : (0,_plan_event_js__WEBPACK_IMPORTED_MODULE_2__/* .repositoryFromApi */ .C)(answer);
        },
        async committedAt(sha) {
            const answer = (await ask(`/commits/${sha}`));
            const at = Date.parse(answer?.commit?.committer?.date ?? '');
            return Number.isNaN(at) ? undefined : at;
        },
        async compare(base, head) {
            // The second page has no files: of two commits far apart they would be megabytes.
            const answer = (await ask(`/compare/${base}...${head}?per_page=1&page=2`));
            return relations[answer?.status ?? ''];
        },
    };
}
/** Source: GitHub REST API, "Compare two commits": `status` of the head against the base. */
const relations = {
    identical: 'same',
    ahead: 'descends',
    behind: 'precedes',
    diverged: 'diverged',
};


/***/ }),

/***/ 535:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Df: () => (/* binding */ withoutCommands),
/* harmony export */   FA: () => (/* binding */ readRunFacts),
/* harmony export */   QL: () => (/* binding */ githubLog),
/* harmony export */   Sy: () => (/* binding */ writeSummary),
/* harmony export */   VY: () => (/* binding */ secretsIn),
/* harmony export */   X9: () => (/* binding */ githubJob),
/* harmony export */   fJ: () => (/* binding */ fail),
/* harmony export */   n0: () => (/* binding */ setOutputs),
/* harmony export */   rs: () => (/* binding */ readStates),
/* harmony export */   tl: () => (/* binding */ isPost),
/* harmony export */   yI: () => (/* binding */ readRawInputs)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(7975);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__nccwpck_require__.n(node_util__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(8079);
/* harmony import */ var _types_inputs_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(8792);
/* harmony import */ var _types_errors_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(4218);
/* harmony import */ var _types_redact_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(2024);
/* harmony import */ var _types_text_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(9786);
/* harmony import */ var _bounded_file_js__WEBPACK_IMPORTED_MODULE_7__ = __nccwpck_require__(9144);








/** The texts of all inputs, as the runner hands them over. */
function readRawInputs() {
    const names = Object.keys(_types_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .inputDefaults */ .V);
    return Object.fromEntries(names.map((name) => [name, _actions_core__WEBPACK_IMPORTED_MODULE_2__/* .getInput */ .V4(name)]));
}
/**
 * The credentials in what the person wrote: in the build context, in addresses of other inputs, and in the variables
 * that build-args takes its values from. They are to be hidden before anything is said.
 */
function secretsIn(inputs) {
    const named = inputs['build-args'].split('\n').map((line) => process.env[line.trim()] ?? '');
    const others = Object.entries(inputs).filter(([name]) => name !== 'context' && name !== 'github-token');
    const texts = [...others.map(([, text]) => text), ...named];
    return [...(0,_types_redact_js__WEBPACK_IMPORTED_MODULE_5__/* .credentialsInContext */ .Ny)(inputs.context), ...texts.flatMap(_types_redact_js__WEBPACK_IMPORTED_MODULE_5__/* .credentialsInText */ .$b)];
}
/** Facts of this run, from the runner's documented variables. Source: GitHub docs, "Default environment variables". */
async function readRunFacts(log) {
    const { GITHUB_RUN_ID, GITHUB_RUN_ATTEMPT, GITHUB_SERVER_URL, GITHUB_REPOSITORY } = process.env;
    const { AWS_REGION, AWS_DEFAULT_REGION, SOURCE_DATE_EPOCH } = process.env;
    return {
        event: await readRunnerEvent(log),
        runLabel: GITHUB_RUN_ID === undefined ? 'local' : `${GITHUB_RUN_ID}-${GITHUB_RUN_ATTEMPT ?? '1'}`,
        runUrl: GITHUB_SERVER_URL === undefined || GITHUB_REPOSITORY === undefined || GITHUB_RUN_ID === undefined
            ? undefined
            : `${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}/actions/runs/${GITHUB_RUN_ID}`,
        region: [AWS_REGION, AWS_DEFAULT_REGION].find((region) => region !== undefined && region !== ''),
        sourceDateEpoch: SOURCE_DATE_EPOCH === '' ? undefined : SOURCE_DATE_EPOCH,
    };
}
async function readRunnerEvent(log) {
    const { GITHUB_EVENT_NAME, GITHUB_REF, GITHUB_SHA, GITHUB_REPOSITORY, GITHUB_SERVER_URL } = process.env;
    return {
        name: GITHUB_EVENT_NAME ?? '',
        ref: GITHUB_REF ?? '',
        sha: GITHUB_SHA ?? '',
        repository: GITHUB_REPOSITORY ?? '',
        serverUrl: GITHUB_SERVER_URL ?? '',
        payload: await readPayload(process.env['GITHUB_EVENT_PATH'], log),
    };
}
/** GitHub sends no larger payload than 25 MB. Source: GitHub docs, "Webhook events and payloads", Payload cap. */
const largestPayload = 25 * 1024 * 1024;
/** A payload that cannot be read is worth a line: names and labels are the poorer for it. */
async function readPayload(path, log) {
    if (path === undefined || path === '')
        return undefined;
    try {
        const text = await (0,_bounded_file_js__WEBPACK_IMPORTED_MODULE_7__/* .readWhole */ .o)(path, largestPayload);
        if (text === undefined)
            throw new Error('there is no such file');
        return JSON.parse(text);
    }
    catch (error) {
        log.warning(`The event's payload ${path} cannot be read: ${(0,_types_text_js__WEBPACK_IMPORTED_MODULE_6__/* .clause */ .sb)((0,_types_text_js__WEBPACK_IMPORTED_MODULE_6__/* .messageOf */ .bD)(error))}.`);
        return undefined;
    }
}
/** The job around this step, through the runner's file commands. */
function githubJob(secrets) {
    return {
        // Line by line too: what prints a secret of several lines need not print all of them. A brace is no secret.
        mask: (secret) => {
            const lines = secret.split(/[\r\n]+/).filter((line) => line.trim().length >= 4);
            for (const text of new Set([secret, ...lines])) {
                if (text.trim() === '')
                    continue;
                secrets.add(text);
                _actions_core__WEBPACK_IMPORTED_MODULE_2__/* .setSecret */ .Pq(text);
            }
        },
        saveState: (key, value) => {
            _actions_core__WEBPACK_IMPORTED_MODULE_2__/* .saveState */ .LZ(key, value);
        },
        exportVariable: (name, value) => {
            _actions_core__WEBPACK_IMPORTED_MODULE_2__/* .exportVariable */ .dN(name, value);
        },
        variable: (name) => process.env[name],
        shortId: () => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)().slice(0, 8),
    };
}
/** What the main step handed over to the post step; empty texts where it got no further. */
function readStates() {
    return {
        'docker-config': _actions_core__WEBPACK_IMPORTED_MODULE_2__/* .getState */ .Gu('docker-config'),
        exported: _actions_core__WEBPACK_IMPORTED_MODULE_2__/* .getState */ .Gu('exported'),
        candidate: _actions_core__WEBPACK_IMPORTED_MODULE_2__/* .getState */ .Gu('candidate'),
        'candidate-removed': _actions_core__WEBPACK_IMPORTED_MODULE_2__/* .getState */ .Gu('candidate-removed'),
    };
}
/** Tells main and post apart: both run the same file, and the first of them leaves a mark. */
function isPost() {
    if (_actions_core__WEBPACK_IMPORTED_MODULE_2__/* .getState */ .Gu('main-ran') !== '')
        return true;
    _actions_core__WEBPACK_IMPORTED_MODULE_2__/* .saveState */ .LZ('main-ran', 'true');
    return false;
}
/** Sets the step's outputs, each anew where it was set before; gives the error where the runner's file cannot be written. */
function setOutputs(outputs, secrets) {
    try {
        for (const [name, value] of Object.entries(outputs))
            _actions_core__WEBPACK_IMPORTED_MODULE_2__/* .setOutput */ .uH(name, (0,_types_text_js__WEBPACK_IMPORTED_MODULE_6__/* .visible */ .RK)(secrets.hide(value)));
        return undefined;
    }
    catch (cause) {
        return new _types_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .ShipError */ .f({
            code: 'file-failed',
            what: `The outputs of this step cannot be written (${(0,_types_text_js__WEBPACK_IMPORTED_MODULE_6__/* .clause */ .sb)((0,_types_text_js__WEBPACK_IMPORTED_MODULE_6__/* .messageOf */ .bD)(cause))}).`,
            next: 'Look at the disk of the runner; it may be full.',
            cause,
        });
    }
}
/** Writes the job summary. A run is not worth less because its summary could not be written. */
async function writeSummary(markdown, log, secrets) {
    try {
        await _actions_core__WEBPACK_IMPORTED_MODULE_2__/* .summary */ .z.addRaw((0,_types_text_js__WEBPACK_IMPORTED_MODULE_6__/* .visible */ .RK)(secrets.hide(markdown)), true).write();
    }
    catch (error) {
        log.warning(`The job summary could not be written: ${(0,_types_text_js__WEBPACK_IMPORTED_MODULE_6__/* .clause */ .sb)((0,_types_text_js__WEBPACK_IMPORTED_MODULE_6__/* .messageOf */ .bD)(error))}.`);
    }
}
/** Ends the step as failed, with exactly one error; what failed besides is a warning, for it wants mending too. */
function fail(error, besides, secrets) {
    const log = githubLog(secrets);
    for (const { message } of besides)
        log.warning(message);
    if (error.details !== undefined)
        log.info(error.details);
    if (error.cause !== undefined)
        log.debug((0,node_util__WEBPACK_IMPORTED_MODULE_1__.inspect)(error.cause));
    _actions_core__WEBPACK_IMPORTED_MODULE_2__/* .setFailed */ .C1(annotation(error.message, secrets));
}
/** The runner's log. Foreign text acts neither as a workflow command nor on a terminal, and shows no secret. */
function githubLog(secrets) {
    return {
        info: (text) => {
            _actions_core__WEBPACK_IMPORTED_MODULE_2__/* .info */ .pq(shown(text, secrets));
        },
        debug: (text) => {
            _actions_core__WEBPACK_IMPORTED_MODULE_2__/* .debug */ .Yz(shown(text, secrets));
        },
        notice: (text) => {
            _actions_core__WEBPACK_IMPORTED_MODULE_2__/* .notice */ .lm(annotation(text, secrets), { title: 'ecr-ship' });
        },
        warning: (text) => {
            _actions_core__WEBPACK_IMPORTED_MODULE_2__/* .warning */ .$e(annotation(text, secrets), { title: 'ecr-ship' });
        },
        group: (title, work) => _actions_core__WEBPACK_IMPORTED_MODULE_2__/* .group */ .Os(shown(title, secrets), async () => work()),
    };
}
/** What every line of the log goes through. */
function shown(text, secrets) {
    return (0,_types_text_js__WEBPACK_IMPORTED_MODULE_6__/* .withoutOrders */ .g4)((0,_types_text_js__WEBPACK_IMPORTED_MODULE_6__/* .visible */ .RK)(secrets.hide(text.replace(/\r\n?/g, '\n'))));
}
/** The runner cuts an annotation after so many characters. Source: actions/runner, ExecutionContext.cs, `_maxIssueMessageLength`. */
const longestAnnotation = 4096;
/** What is cut from an annotation is in the log, where the annotation was longer than anybody would read it. */
function annotation(text, secrets) {
    const whole = shown(text, secrets);
    if (whole.length <= longestAnnotation)
        return whole;
    _actions_core__WEBPACK_IMPORTED_MODULE_2__/* .info */ .pq(whole);
    return `${whole.slice(0, longestAnnotation - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}
/**
 * Runs `work` while the runner obeys no command in the log, so that a build may print whatever it likes.
 * Source: GitHub docs, "Workflow commands", Stopping and starting workflow commands.
 */
async function withoutCommands(work) {
    const token = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)();
    process.stdout.write(`::stop-commands::${token}\n`);
    try {
        return await work();
    }
    finally {
        process.stdout.write(`\n::${token}::\n`);
    }
}


/***/ }),

/***/ 9269:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Fo: () => (/* binding */ collect),
/* harmony export */   VL: () => (/* binding */ TooLong),
/* harmony export */   wC: () => (/* binding */ askHttp)
/* harmony export */ });
/* harmony import */ var node_http__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7067);
/* harmony import */ var node_http__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_http__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_https__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4708);
/* harmony import */ var node_https__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__nccwpck_require__.n(node_https__WEBPACK_IMPORTED_MODULE_1__);


/** An answer has more bytes than it may have: no further try makes it shorter. */
class TooLong extends Error {
}
/**
 * One question and its whole answer, or an error: TooLong as soon as the body is longer than it may be, or one that says
 * that the answer did not end in time, however steadily it drips. A redirect is an answer like any other: who asked decides
 * whether to follow it, and with which headers. `client` gives the connection, through the job's proxy.
 */
async function askHttp(url, { method, headers, body }, bounds, client) {
    const deadline = AbortSignal.timeout(bounds.ms);
    const send = url.protocol === 'https:' ? node_https__WEBPACK_IMPORTED_MODULE_1__.request : node_http__WEBPACK_IMPORTED_MODULE_0__.request;
    try {
        const incoming = await new Promise((resolve, reject) => {
            const options = {
                method,
                headers: { ...headers, 'user-agent': 'ecr-ship' },
                agent: client.getAgent(url.href),
                signal: deadline,
            };
            send(url, options, resolve).on('error', reject).end(body);
        });
        const { statusCode: status = 0, headers: said } = incoming;
        const bytes = await collect(incoming, bounds.bytes(status), Number(said['content-length'] ?? 0));
        return { status, headers: said, body: bytes };
    }
    catch (error) {
        if (deadline.aborted)
            throw new Error(`no whole answer came within ${String(bounds.ms / 1000)} s`, { cause: error });
        throw error;
    }
}
/** The bytes of a stream, which is destroyed as soon as there are too many. Throws TooLong. */
async function collect(stream, most, announced = 0) {
    const chunks = [];
    let size = 0;
    const tooLong = (bytes) => new TooLong(`the answer has ${String(bytes)} bytes or more, and may have ${String(most)}`);
    if (announced > most) {
        stream.destroy();
        throw tooLong(announced);
    }
    for await (const chunk of stream) {
        size += chunk.length;
        if (size > most)
            throw tooLong(size);
        chunks.push(chunk);
    }
    return Buffer.concat(chunks, size);
}


/***/ }),

/***/ 5402:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   QY: () => (/* binding */ unlessAbsent),
/* harmony export */   _W: () => (/* binding */ placeToWrite),
/* harmony export */   v$: () => (/* binding */ placeToRead)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__nccwpck_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _docker_config_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(4829);
/* harmony import */ var _workspace_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(1841);




/**
 * Variables that name what the runner, docker and the AWS SDKs obey: whoever writes there speaks for other steps.
 * Source: GitHub docs, "Workflow commands", Environment files; docker CLI and AWS SDK reference, environment variables.
 */
const obeyedVariables = [
    'DOCKER_CONFIG',
    'BUILDX_CONFIG',
    'AWS_CONFIG_FILE',
    'AWS_SHARED_CREDENTIALS_FILE',
    'AWS_WEB_IDENTITY_TOKEN_FILE',
    'AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE',
];
/**
 * The runner's own files. They lie below RUNNER_TEMP, and those of the other steps beside them.
 * Source: GitHub docs, "Default environment variables"; actions/runner, FileCommandManager.cs.
 */
const runnerVariables = [
    'GITHUB_OUTPUT',
    'GITHUB_ENV',
    'GITHUB_STATE',
    'GITHUB_PATH',
    'GITHUB_STEP_SUMMARY',
    'GITHUB_EVENT_PATH',
];
/**
 * The runner's own folders below RUNNER_TEMP. In a container they are mounted under a second path, so that a path of
 * a variable does not tell all.
 * Source: actions/runner, FileCommandManager.cs, and the mounts in its logs of container actions.
 */
const runnerFolders = ['_runner_file_commands', '_github_workflow', '_github_home'];
/** Where nothing is a file of a disk. */
const kernelFolders = ['/proc', '/sys', '/dev'];
/**
 * Where a report file may be written: in the workspace or in RUNNER_TEMP, wherever links on the way lead, and in no
 * place that something else obeys. Whether the file itself is a link is for whoever opens it to find out.
 * Throws an Error whose message is a clause.
 */
async function placeToWrite(path) {
    const temp = process.env['RUNNER_TEMP'] ?? '';
    const folders = temp === '' ? [(0,_workspace_js__WEBPACK_IMPORTED_MODULE_3__/* .workspaceRoot */ .oS)()] : [(0,_workspace_js__WEBPACK_IMPORTED_MODULE_3__/* .workspaceRoot */ .oS)(), (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(temp)];
    const roots = await Promise.all(folders.map(rootAt));
    const full = fullPath(path);
    const { real, missing } = await deepestFolder((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(full));
    const place = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(real, ...missing, (0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(full));
    requireInside(place, full, roots);
    for (const { variable, folder } of await obeyedPlaces(roots))
        if ((0,_workspace_js__WEBPACK_IMPORTED_MODULE_3__/* .isBelow */ .Yw)(place, folder))
            throw new Error(`${variable} is kept there, which other steps obey`);
    return { path: place, missing: missing.map((_, at) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(real, ...missing.slice(0, at + 1))) };
}
/**
 * The real path of a file of the checkout, which has to be in the workspace; undefined where there is none.
 * Throws an Error whose message is a clause.
 */
async function placeToRead(path) {
    const full = fullPath(path);
    const roots = [await rootAt((0,_workspace_js__WEBPACK_IMPORTED_MODULE_3__/* .workspaceRoot */ .oS)())];
    if ((await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.lstat)(full).catch(unlessAbsent)) === undefined)
        return undefined;
    const real = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(full);
    requireInside(real, full, roots);
    return real;
}
function fullPath(path) {
    if (/[\u0000-\u001f\u007f-\u009f]/.test(path))
        throw new Error('its path has a control character');
    if (/[/\\]$/.test(path))
        throw new Error('its path ends as that of a folder does');
    return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)((0,_workspace_js__WEBPACK_IMPORTED_MODULE_3__/* .workspaceRoot */ .oS)(), path);
}
/** A path that says it is in one of the roots must not leave it by a link, not even for another root. */
function requireInside(place, full, roots) {
    const [nearest] = roots
        .filter(({ given, real }) => (0,_workspace_js__WEBPACK_IMPORTED_MODULE_3__/* .isBelow */ .Yw)(full, given) || (0,_workspace_js__WEBPACK_IMPORTED_MODULE_3__/* .isBelow */ .Yw)(full, real))
        .sort((a, b) => b.real.length - a.real.length);
    const allowed = nearest === undefined ? roots : [nearest];
    const root = allowed.find(({ real }) => (0,_workspace_js__WEBPACK_IMPORTED_MODULE_3__/* .isBelow */ .Yw)(place, real) && place !== real);
    const isOfKernel = kernelFolders.some((folder) => (0,_workspace_js__WEBPACK_IMPORTED_MODULE_3__/* .isBelow */ .Yw)(place, folder) && !(0,_workspace_js__WEBPACK_IMPORTED_MODULE_3__/* .isBelow */ .Yw)(root?.real ?? '/', folder));
    if (root === undefined || isOfKernel)
        throw new Error(nearest === undefined || place === nearest.real
            ? `it is not inside ${roots.map(({ given }) => given).join(' or ')}`
            : `a link on the way leads out of ${nearest.given}`);
    const parts = place.slice(root.real.length).toLowerCase().split(node_path__WEBPACK_IMPORTED_MODULE_1__.sep);
    if (parts.includes('.git'))
        throw new Error('it is inside a .git folder');
    if (parts.some((part) => runnerFolders.includes(part)))
        throw new Error('the runner keeps its own files there, which other steps obey');
    if (parts.some((part) => part.startsWith(_docker_config_js__WEBPACK_IMPORTED_MODULE_2__/* .privateFolderPrefix */ .Og)))
        throw new Error('the private docker configuration of a run is there');
}
/** The real path of the deepest folder that is there, and the names of those that are missing below it. */
async function deepestFolder(folder) {
    const missing = [];
    for (let at = folder;; at = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(at)) {
        // A link that leads nowhere is there all the same: it must not pass for a folder that can be made.
        if ((await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.lstat)(at).catch(unlessAbsent)) !== undefined)
            return { real: await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(at), missing };
        if (at === (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(at))
            throw new Error('there is no folder for it');
        missing.unshift((0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(at));
    }
}
async function rootAt(folder) {
    return { given: folder, real: await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(folder).catch(() => folder) };
}
async function obeyedPlaces(roots) {
    const named = [...runnerVariables, ...obeyedVariables].flatMap((variable) => {
        const path = process.env[variable] ?? '';
        return path === '' ? [] : [{ variable, path: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(path) }];
    });
    const real = await Promise.all(named.map(async ({ variable, path }) => ({ variable, path: await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(path).catch(() => path) })));
    return real.flatMap(({ variable, path }) => {
        const beside = runnerVariables.includes(variable) ? [(0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path)] : [];
        // A folder that holds the workspace or RUNNER_TEMP is not the runner's own, whatever else is kept in it.
        return [path, ...beside]
            .filter((folder) => !roots.some((root) => (0,_workspace_js__WEBPACK_IMPORTED_MODULE_3__/* .isBelow */ .Yw)(root.real, folder)))
            .map((folder) => ({ variable, folder }));
    });
}
/** Undefined where nothing is there; other errors stay errors. */
function unlessAbsent(error) {
    const { code } = error;
    if (code === 'ENOENT' || code === 'ENOTDIR')
        return undefined;
    throw error;
}


/***/ }),

/***/ 7230:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  m: () => (/* binding */ getFollowing),
  F: () => (/* binding */ isConfidential)
});

;// CONCATENATED MODULE: external "node:net"
const external_node_net_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:net");
// EXTERNAL MODULE: ./node_modules/@actions/http-client/lib/index.js + 2 modules
var lib = __nccwpck_require__(7673);
// EXTERNAL MODULE: ./src/types/refusal.ts
var refusal = __nccwpck_require__(3617);
// EXTERNAL MODULE: ./src/adapters/http-answer.ts
var http_answer = __nccwpck_require__(9269);
;// CONCATENATED MODULE: ./src/adapters/redirects.ts




/** ECR sends whoever reads a blob to Amazon S3 once; a second and a third time are somebody's mirror. */
const mostRedirects = 3;
const redirects = new Set([301, 302, 303, 307, 308]);
/** Gets an address, through a few redirects. Throws Refusal for one that is not followed, and what `askHttp` throws. */
async function getFollowing(get, client) {
    const deadline = Date.now() + get.bounds.ms;
    let { url } = get;
    for (let followed = 0; followed <= mostRedirects; followed += 1) {
        const isHome = isSameOrigin(url, get.url);
        const headers = { ...get.headers, ...(isHome && { authorization: get.authorization }) };
        const bounds = { ...get.bounds, ms: Math.max(1, deadline - Date.now()) };
        // Connections are kept to one's own host; whoever is redirected to is asked once.
        const answer = await (0,http_answer/* askHttp */.wC)(url, { method: 'GET', headers }, bounds, isHome ? client : new lib/* HttpClient */.Qq());
        if (!redirects.has(answer.status))
            return answer;
        const target = redirectTarget(answer.headers.location, url);
        if (!get.leaves && !isSameOrigin(target, get.url))
            throw new refusal/* Refusal */.P_(`${get.url.host} redirects to ${(0,refusal/* quoted */.TL)(target.origin)}, which is another server`);
        url = target;
    }
    throw new refusal/* Refusal */.P_(`${get.url.host} redirects more than ${String(mostRedirects)} times`);
}
/**
 * Where a redirect leads. Only to a host by its name over https, so that no answer of a registry makes this process ask a
 * machine's metadata service or a neighbour; a registry on loopback without TLS, which is a test's, may lead to loopback.
 * Throws Refusal, without the part of the address that may be a secret.
 */
function redirectTarget(location, from) {
    const target = URL.canParse(location ?? '', from.href) ? new URL(location ?? '', from) : undefined;
    if (location === undefined || target === undefined)
        throw new refusal/* Refusal */.P_(`${from.host} redirects to ${(0,refusal/* quoted */.TL)(location ?? 'nowhere')}, which is no address`);
    const isNamed = (0,external_node_net_namespaceObject.isIP)(target.hostname.replace(/^\[|\]$/g, '')) === 0 && !isLoopback(target);
    if (target.protocol === 'https:' && isNamed)
        return target;
    if (isPlainLoopback(from) && isLoopback(target) && /^https?:$/.test(target.protocol))
        return target;
    throw new refusal/* Refusal */.P_(`${from.host} redirects to ${(0,refusal/* quoted */.TL)(target.origin === 'null' ? target.protocol : target.origin)}; ` +
        'only a host by its name over https is followed');
}
/** Scheme, host and port: what a secret must not leave. */
function isSameOrigin(one, other) {
    return one.protocol === other.protocol && one.host === other.host;
}
/** Whether a secret may be sent there: without TLS to this machine alone. */
function isConfidential(url) {
    return url.protocol === 'https:' || isPlainLoopback(url);
}
function isPlainLoopback(url) {
    return url.protocol === 'http:' && isLoopback(url);
}
function isLoopback({ hostname }) {
    return hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.\d+){3}$/.test(hostname);
}


/***/ }),

/***/ 8175:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   VX: () => (/* binding */ readRegular),
/* harmony export */   lf: () => (/* binding */ openRegular),
/* harmony export */   oD: () => (/* binding */ readWhole)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__nccwpck_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _deadline_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(5094);
/* harmony import */ var _places_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(5402);




/** No link is followed, and no pipe waited for. Windows has neither flag. */
const careful = node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NOFOLLOW | node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NONBLOCK;
/** Read only; read and write what is there; make a new one. */
const flags = {
    read: node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_RDONLY,
    change: node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_RDWR,
    make: node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_RDWR | node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_CREAT | node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_EXCL,
};
/**
 * Opens a regular file and nothing else: no link, pipe, device, socket or folder. `change` and `make` take no file
 * that has a second name (a hard link) either, for that one may be anywhere.
 * Throws an Error whose message is a clause, or the system's.
 */
async function openRegular(path, way) {
    const handle = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.open)(path, flags[way] | careful, 0o666).catch((error) => {
        const { code } = error;
        if (code === 'ELOOP' || code === 'EMLINK')
            throw new Error('it is a link');
        if (code === 'EISDIR')
            throw new Error('it is a folder');
        if (code === 'ENXIO')
            throw new Error('it is no regular file');
        throw error;
    });
    try {
        const facts = await handle.stat();
        if (!facts.isFile())
            throw new Error(facts.isDirectory() ? 'it is a folder' : 'it is no regular file');
        if (way !== 'read' && facts.nlink > 1)
            throw new Error('it is a hard link: another file has the same content');
        // Where the system knows no O_NOFOLLOW, a link is found here.
        const there = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.lstat)(path);
        if (there.ino !== facts.ino || there.dev !== facts.dev)
            throw new Error('it is a link, or was just replaced');
        return handle;
    }
    catch (error) {
        await handle.close();
        throw error;
    }
}
/** All bytes of a file; more than `most` are an error that says how many. Throws an Error whose message is a clause. */
async function readWhole(handle, most) {
    const { size } = await handle.stat();
    if (size > most)
        throw new Error(`it has ${String(size)} bytes, and at most ${String(most)} are read`);
    // One byte more than there should be, to see whether there is more.
    const bytes = Buffer.alloc(size + 1);
    let length = 0;
    while (length < bytes.length) {
        const { bytesRead } = await handle.read(bytes, length, bytes.length - length, length);
        if (bytesRead === 0)
            break;
        length += bytesRead;
    }
    if (length > size)
        throw new Error('it grows while it is read');
    return bytes.subarray(0, length);
}
/** The text of a regular file; undefined where there is none. Throws an Error whose message is a clause, or the system's. */
async function readRegular(path, most) {
    return (0,_deadline_js__WEBPACK_IMPORTED_MODULE_3__/* .withDeadline */ .N)(async () => {
        const handle = await openRegular(path, 'read').catch(_places_js__WEBPACK_IMPORTED_MODULE_2__/* .unlessAbsent */ .QY);
        if (handle === undefined)
            return undefined;
        try {
            return (await readWhole(handle, most)).toString('utf8');
        }
        finally {
            await handle.close();
        }
    });
}


/***/ }),

/***/ 5358:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ reportFiles)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__nccwpck_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _types_text_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(9786);
/* harmony import */ var _deadline_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(5094);
/* harmony import */ var _places_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(5402);
/* harmony import */ var _regular_file_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(8175);






/** A document that people read. In bytes. */
const mostDocument = 16 * 1024 * 1024;
/** The files that a run leaves, on this machine. */
function reportFiles() {
    return {
        async check(wanted, used) {
            const open = [];
            const bad = [];
            try {
                const taken = await identified(used);
                // All stay open until the last is looked at, so that two names of one file are found.
                for (const file of wanted) {
                    const why = await reasonOf(async () => {
                        const opened = await openPlace(file.path);
                        open.push({ ...opened, ...file, path: opened.path });
                        if (file.isPart)
                            decode(await (0,_regular_file_js__WEBPACK_IMPORTED_MODULE_4__/* .readWhole */ .oD)(opened.handle, mostDocument));
                        const other = taken.get(opened.id);
                        if (other !== undefined)
                            throw new Error(`it is the file of the input ${other}`);
                        taken.set(opened.id, file.input);
                    });
                    if (why !== undefined)
                        bad.push({ input: file.input, path: file.path, why });
                }
            }
            finally {
                for (const opened of open.reverse())
                    await leaveAsItWas(opened);
            }
            return bad;
        },
        async write(file) {
            const why = await reasonOf(() => writeOne(file));
            return why === undefined ? undefined : { input: file.input, path: file.path, why };
        },
    };
}
/** Why it did not go through; undefined where it did. */
async function reasonOf(work) {
    try {
        await (0,_deadline_js__WEBPACK_IMPORTED_MODULE_5__/* .withDeadline */ .N)(work);
        return undefined;
    }
    catch (error) {
        return (0,_types_text_js__WEBPACK_IMPORTED_MODULE_2__/* .clause */ .sb)((0,_types_text_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .bD)(error));
    }
}
async function writeOne({ path, isPart, text }) {
    const opened = await openPlace(path);
    const { handle } = opened;
    try {
        const before = isPart && !opened.isNew ? await (0,_regular_file_js__WEBPACK_IMPORTED_MODULE_4__/* .readWhole */ .oD)(handle, mostDocument) : undefined;
        const content = Buffer.from(text(before && decode(before)), 'utf8');
        try {
            await replaceAll(handle, content);
        }
        catch (error) {
            // Half a document is worse than the old one, whose place on the disk is still there.
            await replaceAll(handle, before ?? Buffer.alloc(0)).catch(() => undefined);
            throw error;
        }
        await handle.close();
    }
    catch (error) {
        await leaveAsItWas(opened);
        throw error;
    }
}
/** The old end goes last: until then nothing is lost that is not written anew. */
async function replaceAll(handle, content) {
    let written = 0;
    while (written < content.length) {
        const { bytesWritten } = await handle.write(content, written, content.length - written, written);
        written += bytesWritten;
    }
    await handle.truncate(content.length);
}
async function openPlace(asked) {
    const { path, missing } = await (0,_places_js__WEBPACK_IMPORTED_MODULE_3__/* .placeToWrite */ ._W)(asked);
    const folders = [];
    try {
        for (const folder of missing) {
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(folder);
            folders.push(folder);
        }
        const { handle, isNew } = await openOrMake(path);
        const { dev, ino } = await handle.stat();
        const opened = { path, handle, isNew, folders, id: idOf({ dev, ino }) };
        // Whoever put a link on the way meanwhile gets an empty file at most.
        if ((await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path))) === (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path))
            return opened;
        await handle.close();
        throw new Error('a folder on the way was just replaced by a link');
    }
    catch (error) {
        await removeFolders(folders);
        throw error;
    }
}
async function openOrMake(path) {
    const handle = await (0,_regular_file_js__WEBPACK_IMPORTED_MODULE_4__/* .openRegular */ .lf)(path, 'change').catch(_places_js__WEBPACK_IMPORTED_MODULE_3__/* .unlessAbsent */ .QY);
    return handle === undefined
        ? { handle: await (0,_regular_file_js__WEBPACK_IMPORTED_MODULE_4__/* .openRegular */ .lf)(path, 'make'), isNew: true }
        : { handle, isNew: false };
}
async function leaveAsItWas({ path, handle, isNew, folders }) {
    await handle.close().catch(() => undefined);
    if (isNew)
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.unlink)(path).catch(() => undefined);
    await removeFolders(folders);
}
/** Only those that are empty go. */
async function removeFolders(folders) {
    for (const folder of [...folders].reverse())
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rmdir)(folder).catch(() => undefined);
}
/** The files of other inputs that are there. */
async function identified(used) {
    const known = new Map();
    for (const { input, path } of used) {
        const facts = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(path).catch(() => undefined);
        if (facts !== undefined)
            known.set(idOf(facts), input);
    }
    return known;
}
function idOf({ dev, ino }) {
    return `${String(dev)}:${String(ino)}`;
}
/** Text that is none would come back changed. */
function decode(bytes) {
    try {
        return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    }
    catch (cause) {
        throw new Error('what is there is no text in UTF-8', { cause });
    }
}


/***/ }),

/***/ 3753:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ startSecrets)
/* harmony export */ });
/* harmony import */ var _types_redact_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2024);

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


/***/ }),

/***/ 1841:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Yw: () => (/* binding */ isBelow),
/* harmony export */   oS: () => (/* binding */ workspaceRoot),
/* harmony export */   ve: () => (/* binding */ inWorkspace)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__nccwpck_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);


/** The root of the workspace, without links: where actions/checkout puts the repository. */
function workspaceRoot() {
    const given = process.env['GITHUB_WORKSPACE'] ?? '';
    const root = given === '' ? process.cwd() : given;
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(root);
    }
    catch {
        return root;
    }
}
/** Whether a path is a folder or lies in it. Both without links. */
function isBelow(path, folder) {
    const way = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(folder, path);
    return !(0,node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute)(way) && way !== '..' && !way.startsWith(`..${node_path__WEBPACK_IMPORTED_MODULE_1__.sep}`);
}
/** A path as docker takes it, from the workspace: `link/..` is where the system says it is, not the folder of the link. */
function inWorkspace(root, path) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute)(path) ? path : `${root}${node_path__WEBPACK_IMPORTED_MODULE_1__.sep}${path}`;
}


/***/ }),

/***/ 989:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ buildCommands)
/* harmony export */ });
/**
 * The arguments of the docker commands for a plan. A builder that pushes by digest does it while it builds; with the
 * engine's own builder the image is built into the engine and pushed from there, because buildx would push it twice.
 * @param metadataFile where buildx writes what it pushed; used only by a builder that pushes
 */
function buildCommands({ inputs, labels, annotations }, builder, goal, metadataFile) {
    const destination = destinationOf(builder, goal, metadataFile);
    return {
        build: [
            ...(builder.tool === 'buildx' ? ['buildx', 'build'] : ['build']),
            ...destination.build,
            // A provenance attestation makes an index even of one platform: ECR cannot scan it and Lambda cannot run it.
            ...(builder.provenanceFlag ? ['--provenance=false'] : []),
            ...commonArguments(inputs.build),
            ...labels.flatMap((label) => ['--label', label]),
            ...(builder.annotations && goal.kind === 'push'
                ? annotationArguments(annotations, inputs.build.platforms.length > 1)
                : []),
            inputs.build.context,
        ],
        push: destination.push,
    };
}
function destinationOf(builder, goal, metadataFile) {
    if (goal.kind === 'local')
        return { build: [], push: undefined };
    switch (builder.push) {
        case 'by-digest': {
            const output = `type=image,name=${goal.uri},push-by-digest=true,name-canonical=true,push=true`;
            return { build: ['--output', output, '--metadata-file', metadataFile], push: undefined };
        }
        case 'by-tag': {
            const name = `${goal.uri}:${goal.candidateTag}`;
            const load = builder.tool === 'buildx' ? ['--load'] : [];
            return { build: [...load, '--tag', name], push: ['push', name] };
        }
    }
}
/**
 * Annotations go to the manifest of each platform, and where there are several to their index too; one that names its
 * level goes there. Source: docker/buildx, docs/reference/buildx_build.md, "--annotation".
 */
function annotationArguments(annotations, hasIndex) {
    const levels = hasIndex ? 'manifest,index:' : '';
    return annotations.flatMap((annotation) => [
        '--annotation',
        level.test(annotation) ? annotation : `${levels}${annotation}`,
    ]);
}
const level = /^(?:(?:manifest|index)(?:-descriptor)?(?:\[[^\]=]+\])?,?)+:/;
function commonArguments(build) {
    return [
        ...(build.file === undefined ? [] : ['--file', build.file]),
        ...(build.target === undefined ? [] : ['--target', build.target]),
        ...(build.platforms.length === 0 ? [] : ['--platform', build.platforms.join(',')]),
        ...build.buildArgs.flatMap((argument) => ['--build-arg', argument]),
    ];
}


/***/ }),

/***/ 4286:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ displayCommand)
/* harmony export */ });
/* harmony import */ var _types_redact_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2024);

/**
 * A docker command as one would type it, for logs, summary and evidence.
 * Values of build arguments are left out: people put secrets there, though they should not. So is the file through
 * which buildx answers us: it is gone when anybody reads this. An address is shown without its credentials.
 */
function displayCommand(args) {
    const words = args
        .filter((word, index) => word !== '--metadata-file' && args[index - 1] !== '--metadata-file')
        .map((word, index, shown) => (shown[index - 1] === '--build-arg' ? withoutValue(word) : (0,_types_redact_js__WEBPACK_IMPORTED_MODULE_0__/* .redacted */ .pc)(word)));
    return ['docker', ...words].map(quoteWord).join(' ');
}
function withoutValue(buildArg) {
    const equals = buildArg.indexOf('=');
    return equals < 0 ? buildArg : `${buildArg.slice(0, equals)}=…`;
}
function quoteWord(word) {
    return /^[\w@%+=:,./…-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw `'\''`)}'`;
}


/***/ }),

/***/ 9407:
/***/ ((module, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(module, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _adapters_checkout_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5951);
/* harmony import */ var _adapters_clock_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3350);
/* harmony import */ var _adapters_docker_cli_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(2758);
/* harmony import */ var _adapters_docker_config_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(4829);
/* harmony import */ var _adapters_ecr_private_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(3946);
/* harmony import */ var _adapters_ending_js__WEBPACK_IMPORTED_MODULE_18__ = __nccwpck_require__(7697);
/* harmony import */ var _adapters_github_api_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(4804);
/* harmony import */ var _adapters_github_job_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(535);
/* harmony import */ var _adapters_report_files_js__WEBPACK_IMPORTED_MODULE_7__ = __nccwpck_require__(5358);
/* harmony import */ var _adapters_secrets_js__WEBPACK_IMPORTED_MODULE_8__ = __nccwpck_require__(3753);
/* harmony import */ var _post_js__WEBPACK_IMPORTED_MODULE_9__ = __nccwpck_require__(6661);
/* harmony import */ var _report_files_js__WEBPACK_IMPORTED_MODULE_10__ = __nccwpck_require__(7666);
/* harmony import */ var _report_outputs_js__WEBPACK_IMPORTED_MODULE_11__ = __nccwpck_require__(5468);
/* harmony import */ var _report_presentable_js__WEBPACK_IMPORTED_MODULE_12__ = __nccwpck_require__(6581);
/* harmony import */ var _report_summary_js__WEBPACK_IMPORTED_MODULE_13__ = __nccwpck_require__(7994);
/* harmony import */ var _ship_js__WEBPACK_IMPORTED_MODULE_14__ = __nccwpck_require__(9291);
/* harmony import */ var _tell_js__WEBPACK_IMPORTED_MODULE_15__ = __nccwpck_require__(44);
/* harmony import */ var _types_errors_js__WEBPACK_IMPORTED_MODULE_16__ = __nccwpck_require__(4218);
/* harmony import */ var _types_text_js__WEBPACK_IMPORTED_MODULE_17__ = __nccwpck_require__(9786);



















const secrets = (0,_adapters_secrets_js__WEBPACK_IMPORTED_MODULE_8__/* .startSecrets */ .Q)();
const log = _adapters_github_job_js__WEBPACK_IMPORTED_MODULE_6__/* .githubLog */ .QL(secrets);
const job = _adapters_github_job_js__WEBPACK_IMPORTED_MODULE_6__/* .githubJob */ .X9(secrets);
const dockerConfig = (0,_adapters_docker_config_js__WEBPACK_IMPORTED_MODULE_3__/* .privateDockerConfig */ .C5)();
const files = (0,_adapters_report_files_js__WEBPACK_IMPORTED_MODULE_7__/* .reportFiles */ .I)();
async function main() {
    const ports = {
        clock: _adapters_clock_js__WEBPACK_IMPORTED_MODULE_1__/* .systemClock */ .m,
        log,
        job,
        ...(0,_adapters_checkout_js__WEBPACK_IMPORTED_MODULE_0__/* .gitCheckout */ .B)(),
        github: (0,_adapters_github_api_js__WEBPACK_IMPORTED_MODULE_5__/* .githubApi */ .M)(),
        docker: (0,_adapters_docker_cli_js__WEBPACK_IMPORTED_MODULE_2__/* .dockerCli */ .R)(secrets),
        dockerConfig,
        files,
        connect: _adapters_ecr_private_js__WEBPACK_IMPORTED_MODULE_4__/* .ecrPrivate */ .S,
    };
    const report = await (0,_ship_js__WEBPACK_IMPORTED_MODULE_14__/* .ship */ .d)(_adapters_github_job_js__WEBPACK_IMPORTED_MODULE_6__/* .readRawInputs */ .yI(), await _adapters_github_job_js__WEBPACK_IMPORTED_MODULE_6__/* .readRunFacts */ .FA(log), ports);
    await publish(report);
}
/**
 * Files first: that one of them cannot be written is part of what outputs, summary and the other files say. Then the
 * one error; what failed besides is a warning.
 */
async function publish(found) {
    const show = (report) => (0,_report_presentable_js__WEBPACK_IMPORTED_MODULE_12__/* .presentable */ .K)(report, (text) => (0,_types_text_js__WEBPACK_IMPORTED_MODULE_17__/* .visible */ .RK)(secrets.hide(text)));
    const setOutputs = (told) => _adapters_github_job_js__WEBPACK_IMPORTED_MODULE_6__/* .setOutputs */ .n0((0,_report_outputs_js__WEBPACK_IMPORTED_MODULE_11__/* .outputsOf */ .Yz)(show(told)), secrets);
    const { report, besides } = await (0,_tell_js__WEBPACK_IMPORTED_MODULE_15__/* .tell */ .q)(found, files, setOutputs, show);
    const shown = show(report);
    const unwritten = (0,_report_files_js__WEBPACK_IMPORTED_MODULE_10__/* .unwrittenNotice */ .tw)(report);
    if (unwritten !== undefined)
        log.notice(unwritten);
    if (report.inputs?.summary ?? true)
        await _adapters_github_job_js__WEBPACK_IMPORTED_MODULE_6__/* .writeSummary */ .Sy((0,_report_summary_js__WEBPACK_IMPORTED_MODULE_13__/* .summaryOf */ .Y)(shown), log, secrets);
    if (report.failure !== undefined)
        _adapters_github_job_js__WEBPACK_IMPORTED_MODULE_6__/* .fail */ .fJ(report.failure, besides, secrets);
}
async function post() {
    await (0,_post_js__WEBPACK_IMPORTED_MODULE_9__/* .cleanUpAfterJob */ .g)(_adapters_github_job_js__WEBPACK_IMPORTED_MODULE_6__/* .readStates */ .rs(), { log, job, dockerConfig, connect: _adapters_ecr_private_js__WEBPACK_IMPORTED_MODULE_4__/* .ecrPrivate */ .S });
}
try {
    // Before anything else: what is not known to be secret would be shown.
    _adapters_github_job_js__WEBPACK_IMPORTED_MODULE_6__/* .secretsIn */ .VY(_adapters_github_job_js__WEBPACK_IMPORTED_MODULE_6__/* .readRawInputs */ .yI()).forEach(job.mask);
    await (_adapters_github_job_js__WEBPACK_IMPORTED_MODULE_6__/* .isPost */ .tl() ? post() : main());
}
catch (error) {
    _adapters_github_job_js__WEBPACK_IMPORTED_MODULE_6__/* .fail */ .fJ((0,_types_errors_js__WEBPACK_IMPORTED_MODULE_16__/* .asShipError */ .N)(error), [], secrets);
}
(0,_adapters_ending_js__WEBPACK_IMPORTED_MODULE_18__/* .endSoon */ .n)();

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 9271:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ repositoryFromApi),
/* harmony export */   j: () => (/* binding */ readEvent)
/* harmony export */ });
/* harmony import */ var _payload_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3193);
/* harmony import */ var _refs_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3305);


/**
 * Reads an event: the runner's variables first, the payload for what they do not say. Nothing in a payload is taken
 * for granted. Source: GitHub docs, "Events that trigger workflows"; docs/tags.md lists what each event gives.
 */
function readEvent(event) {
    const payload = (0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik)(event.payload);
    const pullRequest = (0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik)(payload['pull_request']);
    const common = {
        name: event.name,
        commit: (0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .commit */ .cd)(event.sha),
        headCommit: (0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .commit */ .cd)((0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)((0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik)(pullRequest['head'])['sha'])),
        baseBranch: (0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .nonEmpty */ .hq)((0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)((0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik)(pullRequest['base'])['ref'])),
        dated: datedCommit((0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik)(payload['head_commit'])),
        repository: repositoryOf(event, payload),
    };
    switch (event.name) {
        case 'pull_request':
        case 'pull_request_review':
        case 'pull_request_review_comment':
        case 'pull_request_target': {
            const number = (0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .wholeNumber */ .rD)(pullRequest['number']) ?? (0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .wholeNumber */ .rD)(payload['number']);
            // Of a merged pull request the runner tells the branch that it was merged into, and the merge that is on it.
            const isMerged = event.name === 'pull_request' && pullRequest['merged'] === true;
            const onBranch = (0,_refs_js__WEBPACK_IMPORTED_MODULE_1__/* .refOf */ .H)(event.ref);
            if (number === undefined || (isMerged && onBranch.kind === 'branch'))
                return { ...common, ref: onBranch };
            return { ...common, ref: { kind: 'pull-request', number } };
        }
        case 'merge_group': {
            const group = (0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik)(payload['merge_group']);
            const base = (0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(group['base_ref']).replace(/^refs\/heads\//, '');
            return {
                ...common,
                ref: base === '' ? (0,_refs_js__WEBPACK_IMPORTED_MODULE_1__/* .refOf */ .H)(event.ref) : { kind: 'merge-queue', base },
                commit: common.commit ?? (0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .commit */ .cd)((0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(group['head_sha'])),
                baseBranch: (0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .nonEmpty */ .hq)(base),
                dated: datedCommit((0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik)(group['head_commit'])),
            };
        }
        case 'release': {
            const tag = (0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)((0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik)(payload['release'])['tag_name']);
            const ref = (0,_refs_js__WEBPACK_IMPORTED_MODULE_1__/* .refOf */ .H)(event.ref);
            return { ...common, ref: ref.kind === 'none' && tag !== '' ? { kind: 'tag', name: tag } : ref };
        }
        case 'push':
            return { ...common, ref: (0,_refs_js__WEBPACK_IMPORTED_MODULE_1__/* .refOf */ .H)(event.ref), baseBranch: branchOf((0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(payload['base_ref'])) };
        default:
            return { ...common, ref: (0,_refs_js__WEBPACK_IMPORTED_MODULE_1__/* .refOf */ .H)(event.ref) };
    }
}
function branchOf(ref) {
    const found = (0,_refs_js__WEBPACK_IMPORTED_MODULE_1__/* .refOf */ .H)(ref);
    return found.kind === 'branch' ? found.name : undefined;
}
/** Events for which the runner's ref is the default branch, whatever happened. Source: GitHub docs, as above. */
const onDefaultBranch = new Set([
    'branch_protection_rule',
    'check_run',
    'check_suite',
    'delete',
    'discussion',
    'discussion_comment',
    'fork',
    'gollum',
    'issue_comment',
    'issues',
    'label',
    'milestone',
    'page_build',
    'public',
    'registry_package',
    'repository_dispatch',
    'schedule',
    'watch',
    'workflow_run',
]);
function repositoryOf(event, payload) {
    const repository = (0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik)(payload['repository']);
    const branch = (0,_refs_js__WEBPACK_IMPORTED_MODULE_1__/* .refOf */ .H)(event.ref);
    const [, name] = event.repository.split('/');
    const here = `${event.serverUrl}/${event.repository}`;
    const said = repositoryFromApi(repository);
    return {
        ...said,
        name: said.name ?? name,
        url: said.url ?? (event.serverUrl === '' || event.repository === '' ? undefined : here),
        defaultBranch: said.defaultBranch ??
            (onDefaultBranch.has(event.name) && branch.kind === 'branch' ? branch.name : undefined),
    };
}
/** A repository as GitHub's API and its payloads describe it, alike. */
function repositoryFromApi(answer) {
    const repository = (0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik)(answer);
    return {
        isDescribed: Object.keys(repository).length > 0,
        name: (0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .nonEmpty */ .hq)((0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(repository['name'])),
        description: (0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .nonEmpty */ .hq)((0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(repository['description'])),
        url: (0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .nonEmpty */ .hq)((0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(repository['html_url'])),
        defaultBranch: (0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .nonEmpty */ .hq)((0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(repository['default_branch'])),
        license: licenseOf(repository),
    };
}
/** GitHub says NOASSERTION where it found a licence that it does not know. */
function licenseOf(repository) {
    const id = (0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)((0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik)(repository['license'])['spdx_id']);
    return id === '' || id === 'NOASSERTION' ? undefined : id;
}
function datedCommit(head) {
    const sha = (0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .commit */ .cd)((0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(head['id']));
    const at = Date.parse((0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(head['timestamp']));
    return sha === undefined || Number.isNaN(at) ? undefined : { sha, at };
}


/***/ }),

/***/ 3193:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   E4: () => (/* binding */ fullNameOf),
/* harmony export */   Ik: () => (/* binding */ object),
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   cd: () => (/* binding */ commit),
/* harmony export */   hq: () => (/* binding */ nonEmpty),
/* harmony export */   rD: () => (/* binding */ wholeNumber)
/* harmony export */ });
/** Readers for the JSON of an event, in which nothing is taken for granted: what is not there is empty. */
function object(value) {
    return typeof value === 'object' && value !== null ? value : {};
}
function text(value) {
    return typeof value === 'string' ? value : '';
}
function nonEmpty(value) {
    return value === '' ? undefined : value;
}
/** A number of a pull request or an issue. */
function wholeNumber(value) {
    return typeof value === 'number' && Number.isSafeInteger(value) && value > 0 ? value : undefined;
}
/** SHA-1 or SHA-256, as git writes them. A run of zeros is git's word for "none". */
function commit(sha) {
    return /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(sha) && !/^0+$/.test(sha) ? sha : undefined;
}
/** `owner/name` in small letters, as GitHub takes both; undefined where there is none, as of a fork that was deleted. */
function fullNameOf(repository) {
    return nonEmpty(text(object(repository)['full_name']).toLowerCase());
}


/***/ }),

/***/ 3305:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ refOf),
/* harmony export */   q: () => (/* binding */ describe)
/* harmony export */ });
/* harmony import */ var _payload_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3193);

/** `refs/heads/main`, `refs/tags/v1`, `refs/pull/12/merge`, and the temporary branches of a merge queue. */
function refOf(ref) {
    const queue = /^refs\/heads\/gh-readonly-queue\/(.+)\/pr-\d+-[0-9a-f]{40}$/.exec(ref);
    if (queue?.[1] !== undefined)
        return { kind: 'merge-queue', base: queue[1] };
    const match = /^refs\/(heads|tags|pull)\/(.+)$/.exec(ref);
    const [, kind, name = ''] = match ?? [];
    if (kind === 'heads')
        return { kind: 'branch', name };
    if (kind === 'tags')
        return { kind: 'tag', name };
    const number = kind === 'pull' ? (0,_payload_js__WEBPACK_IMPORTED_MODULE_0__/* .wholeNumber */ .rD)(Number(/^\d+/.exec(name)?.[0])) : undefined;
    return number === undefined ? { kind: 'none' } : { kind: 'pull-request', number };
}
/** Words for what the run is about: `the branch main`, `the pull request 12`. */
function describe({ ref, event }) {
    switch (ref.kind) {
        case 'branch':
            return `the branch ${ref.name}`;
        case 'tag':
            return `the tag ${ref.name}`;
        case 'pull-request':
            return `the pull request ${String(ref.number)}`;
        case 'merge-queue':
            return `the merge queue of ${ref.base}`;
        case 'none':
            return event === '' ? 'a run without an event' : `the event ${event}`;
    }
}


/***/ }),

/***/ 6661:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ cleanUpAfterJob)
/* harmony export */ });
/* harmony import */ var _publish_clean_up_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(6578);
/* harmony import */ var _types_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4218);
/* harmony import */ var _types_names_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(2357);



/**
 * Undoes what the main step left behind, from state alone: the login, the variables of the job, and the candidate's
 * tag where the main step was cut off before it could remove it. Does all it can; a failure is a warning.
 */
async function cleanUpAfterJob(state, tools) {
    const { log, job, dockerConfig } = tools;
    const steps = [];
    if (state.exported !== '')
        steps.push(['restore the docker variables of the job', () => restoreVariables(state.exported, job)]);
    if (state.candidate !== '' && state['candidate-removed'] === '') {
        steps.push(['remove the candidate tag', () => removeLeftCandidate(state.candidate, tools)]);
    }
    if (state['docker-config'] !== '') {
        steps.push([
            'log out',
            async () => {
                await dockerConfig.remove(state['docker-config']);
                log.info('Removed the login of this step.');
            },
        ]);
    }
    for (const [what, step] of steps) {
        try {
            await step();
        }
        catch (error) {
            log.warning(`Could not ${what}: ${(0,_types_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .asShipError */ .N)(error).message}`);
        }
    }
}
/** An empty value makes docker and buildx use their own default, as if the variable were not set. */
function restoreVariables(exported, job) {
    const before = JSON.parse(exported);
    job.exportVariable('DOCKER_CONFIG', before.dockerConfig);
    job.exportVariable('BUILDX_CONFIG', before.buildxConfig);
}
async function removeLeftCandidate(candidate, { connect, log }) {
    const state = JSON.parse(candidate);
    const region = (0,_types_names_js__WEBPACK_IMPORTED_MODULE_1__/* .parseRegion */ .cf)(state.region);
    const repository = (0,_types_names_js__WEBPACK_IMPORTED_MODULE_1__/* .parseRepositoryName */ .$M)(state.repository);
    const tag = (0,_types_names_js__WEBPACK_IMPORTED_MODULE_1__/* .parseTag */ .ED)(state.tag);
    if (region === undefined || repository === undefined || tag === undefined)
        throw new Error(`not a candidate: ${candidate}`);
    const registry = connect({ region, registryId: (0,_types_names_js__WEBPACK_IMPORTED_MODULE_1__/* .parseAccountId */ .cK)(state.registryId) });
    const { runStartedAt } = state;
    await (0,_publish_clean_up_js__WEBPACK_IMPORTED_MODULE_2__/* .removeCandidateTag */ .w)({ repository, tag, runStartedAt, hasNames: false }, { registry, log });
}


/***/ }),

/***/ 6578:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ removeCandidateTag)
/* harmony export */ });
/** How far the clocks of a runner and of ECR may be apart. */
const clockSkewMs = 5 * 60_000;
/**
 * Removes the candidate's tag. ECR removes an image together with its last tag, so an image that got no name goes
 * with it, which is what this tells. An image that was there before the run without any tag may be in use by its
 * digest: then the tag stays, with a warning.
 * Source: ECR API reference, BatchDeleteImage.
 */
async function removeCandidateTag({ repository, tag, runStartedAt, hasNames }, { registry, log }) {
    // Only where the image got no name of its own is it a question whether this tag is its last one.
    const [image] = hasNames ? [undefined] : await registry.describeImages(repository, [{ tag }]);
    if (!hasNames && image === undefined)
        return 'absent';
    const isLast = image?.tags.length === 1;
    if (image !== undefined && isLast && image.pushedAt < runStartedAt - clockSkewMs) {
        log.warning(`The candidate ${image.digest} was in ${repository} before this run, without a tag. Removing ${tag} would remove ` +
            'the image, which may be in use by its digest, so the tag stays. Delete it where the image is not needed.');
        return 'kept';
    }
    await registry.removeTag(repository, tag);
    log.info(isLast
        ? `Removed the candidate ${image.digest} from ${repository}: it got no name, and ${tag} was its only tag.`
        : `Removed the candidate's tag ${tag}.`);
    return isLast ? 'image-removed' : 'tag-removed';
}


/***/ }),

/***/ 8062:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   CB: () => (/* binding */ textsOf),
/* harmony export */   qq: () => (/* binding */ readDescriptor),
/* harmony export */   sX: () => (/* binding */ isEmptyJson)
/* harmony export */ });
/* harmony import */ var _types_digest_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6221);
/* harmony import */ var _types_json_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9055);
/* harmony import */ var _types_refusal_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(3617);



/** The digest of the two bytes `{}`, which stand for "no config". Source: OCI image specification, manifest.md. */
const emptyJson = 'sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a';
const emptyJsonInBase64 = 'e30=';
/** Whether a blob is `{}` and no more, by its digest, whatever its media type says. */
function isEmptyJson({ digest, size }) {
    return digest === emptyJson && size === 2;
}
/** Source: OCI image specification, descriptor.md. */
const descriptorNames = [
    'mediaType',
    'digest',
    'size',
    'urls',
    'annotations',
    'data',
    'platform',
    'artifactType',
];
/** Reads a descriptor; `what` is how messages call it. Throws Refusal. */
function readDescriptor(value, what) {
    const members = (0,_types_json_js__WEBPACK_IMPORTED_MODULE_0__/* .membersOf */ .lS)(value, descriptorNames, what);
    const mediaType = (0,_types_json_js__WEBPACK_IMPORTED_MODULE_0__/* .textOf */ .b6)(members, 'mediaType', what);
    const given = (0,_types_json_js__WEBPACK_IMPORTED_MODULE_0__/* .textOf */ .b6)(members, 'digest', what);
    const digest = (0,_types_digest_js__WEBPACK_IMPORTED_MODULE_1__/* .parseDigest */ .m)(given ?? '');
    const size = members.get('size');
    if (mediaType === undefined)
        throw new _types_refusal_js__WEBPACK_IMPORTED_MODULE_2__/* .Refusal */ .P_(`${what} has no mediaType`);
    if (digest === undefined)
        throw new _types_refusal_js__WEBPACK_IMPORTED_MODULE_2__/* .Refusal */ .P_(`${what} has ${given === undefined ? 'no digest' : `the digest ${(0,_types_refusal_js__WEBPACK_IMPORTED_MODULE_2__/* .quoted */ .TL)(given)}`}; sha256 is what ECR stores`);
    if (typeof size !== 'number' || !Number.isSafeInteger(size) || size < 0)
        throw new _types_refusal_js__WEBPACK_IMPORTED_MODULE_2__/* .Refusal */ .P_(`${what} has the size ${(0,_types_json_js__WEBPACK_IMPORTED_MODULE_0__/* .shownJson */ .oB)(size)}, which is no number of bytes`);
    const descriptor = { mediaType, digest, size };
    refuseOtherPlaces(members.get('urls'), what);
    refuseData(members.get('data'), descriptor, what);
    return { ...descriptor, members };
}
/** Content that an engine may fetch from somewhere else is content that nobody here has looked at. */
function refuseOtherPlaces(urls, what) {
    if (urls === undefined || urls === null || (Array.isArray(urls) && urls.length === 0))
        return;
    throw new _types_refusal_js__WEBPACK_IMPORTED_MODULE_2__/* .Refusal */ .P_(`${what} may be fetched from elsewhere (urls: ${(0,_types_json_js__WEBPACK_IMPORTED_MODULE_0__/* .shownJson */ .oB)(urls)})`);
}
/** Content inside the manifest is taken for the blob by some programs and not by others; only `{}` is told by its digest. */
function refuseData(data, descriptor, what) {
    if (data === undefined || data === null || data === '')
        return;
    if (isEmptyJson(descriptor) && data === emptyJsonInBase64)
        return;
    throw new _types_refusal_js__WEBPACK_IMPORTED_MODULE_2__/* .Refusal */ .P_(`${what} carries content of its own beside its digest (data)`);
}
/** A map of texts, such as annotations; empty where there is none. Its names are a person's and stay as they are. */
function textsOf(value, what) {
    if (value === undefined || value === null)
        return new Map();
    if (!(0,_types_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(value))
        throw new _types_refusal_js__WEBPACK_IMPORTED_MODULE_2__/* .Refusal */ .P_(`${what} are no object`);
    return new Map(Object.entries(value).map(([name, text]) => {
        if (typeof text !== 'string')
            throw new _types_refusal_js__WEBPACK_IMPORTED_MODULE_2__/* .Refusal */ .P_(`${what} have a ${(0,_types_refusal_js__WEBPACK_IMPORTED_MODULE_2__/* .quoted */ .TL)(name)} that is no text`);
        return [name, text];
    }));
}


/***/ }),

/***/ 7322:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Ng: () => (/* binding */ parseManifest),
/* harmony export */   c0: () => (/* binding */ mediaTypeOf),
/* harmony export */   n3: () => (/* binding */ compressedSize)
/* harmony export */ });
/* harmony import */ var _types_digest_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(6221);
/* harmony import */ var _types_json_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(9055);
/* harmony import */ var _types_media_types_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5949);
/* harmony import */ var _types_refusal_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(3617);
/* harmony import */ var _descriptor_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(8062);





/**
 * What engines read at the top of a manifest or an index, `fsLayers` that of schema 1.
 * Source: OCI image specification; moby, daemon/internal/distribution/manifest.go; containerd, core/images/image.go.
 */
const topNames = [
    'schemaVersion',
    'mediaType',
    'artifactType',
    'config',
    'layers',
    'manifests',
    'subject',
    'annotations',
    'fsLayers',
];
/** An index of twenty platforms with two attachments each has sixty; one that has more than this is made to be expensive. */
const mostEntries = 100;
/**
 * Reads a manifest so that nobody can read another thing in it. Its media type alone says which kind it is.
 * Throws Refusal with what was found where it is no container image or a part of it cannot be judged: what is left out here
 * would be neither counted nor scanned.
 */
function parseManifest({ body, mediaType, }) {
    const top = (0,_types_json_js__WEBPACK_IMPORTED_MODULE_1__/* .membersOf */ .lS)((0,_types_json_js__WEBPACK_IMPORTED_MODULE_1__/* .readJson */ .Vh)(body), topNames, 'the manifest');
    const own = (0,_types_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textOf */ .b6)(top, 'mediaType', 'the manifest');
    if (own !== undefined && own !== mediaType)
        throw new _types_refusal_js__WEBPACK_IMPORTED_MODULE_2__/* .Refusal */ .P_(`it calls itself ${(0,_types_refusal_js__WEBPACK_IMPORTED_MODULE_2__/* .quoted */ .TL)(own)} and is stored as ${(0,_types_refusal_js__WEBPACK_IMPORTED_MODULE_2__/* .quoted */ .TL)(mediaType)}`);
    if (!(0,_types_media_types_js__WEBPACK_IMPORTED_MODULE_0__/* .isIndexType */ .$U)(mediaType) && !(0,_types_media_types_js__WEBPACK_IMPORTED_MODULE_0__/* .isImageManifestType */ .tr)(mediaType))
        throw new _types_refusal_js__WEBPACK_IMPORTED_MODULE_2__/* .Refusal */ .P_(`its media type is ${(0,_types_refusal_js__WEBPACK_IMPORTED_MODULE_2__/* .quoted */ .TL)(mediaType)}, which is that of no container image`);
    if (top.get('schemaVersion') !== 2)
        throw new _types_refusal_js__WEBPACK_IMPORTED_MODULE_2__/* .Refusal */ .P_(`its schemaVersion is ${(0,_types_json_js__WEBPACK_IMPORTED_MODULE_1__/* .shownJson */ .oB)(top.get('schemaVersion'))}, and not 2`);
    return (0,_types_media_types_js__WEBPACK_IMPORTED_MODULE_0__/* .isIndexType */ .$U)(mediaType) ? parseIndex(top) : parseImage(top);
}
/**
 * The media type of a body where the registry does not say it: the one that it says itself, or else the OCI type of what it
 * has, as docker takes it. Undefined where that cannot be told.
 * Source: moby, daemon/internal/distribution/manifest.go, detectManifestBlobMediaType.
 */
function mediaTypeOf(body) {
    try {
        const top = (0,_types_json_js__WEBPACK_IMPORTED_MODULE_1__/* .membersOf */ .lS)((0,_types_json_js__WEBPACK_IMPORTED_MODULE_1__/* .readJson */ .Vh)(body), topNames, 'the manifest');
        const own = (0,_types_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textOf */ .b6)(top, 'mediaType', 'the manifest');
        if (own !== undefined)
            return own;
        const isManifest = top.has('config') || top.has('layers');
        if (top.has('fsLayers') || isManifest === top.has('manifests'))
            return undefined;
        return `application/vnd.oci.image.${isManifest ? 'manifest' : 'index'}.v1+json`;
    }
    catch (error) {
        if (error instanceof _types_refusal_js__WEBPACK_IMPORTED_MODULE_2__/* .Refusal */ .P_)
            return undefined;
        throw error;
    }
}
function refuseMembers(top, what, names) {
    const found = names.filter((name) => top.has(name));
    if (found.length > 0)
        throw new _types_refusal_js__WEBPACK_IMPORTED_MODULE_2__/* .Refusal */ .P_(`it is ${what} and has ${found.join(' and ')} as well`);
}
function parseIndex(top) {
    refuseMembers(top, 'an index', ['config', 'layers', 'fsLayers']);
    const manifests = top.get('manifests');
    if (!Array.isArray(manifests))
        throw new _types_refusal_js__WEBPACK_IMPORTED_MODULE_2__/* .Refusal */ .P_('it is an index without a list of manifests');
    if (manifests.length > mostEntries)
        throw new _types_refusal_js__WEBPACK_IMPORTED_MODULE_2__/* .Refusal */ .P_(`it lists ${String(manifests.length)} entries; ${String(mostEntries)} is the most that is judged`);
    return { kind: 'index', entries: manifests.map(parseEntry) };
}
function parseEntry(value, at) {
    const what = `entry ${String(at + 1)} of the index`;
    const { members, ...descriptor } = (0,_descriptor_js__WEBPACK_IMPORTED_MODULE_3__/* .readDescriptor */ .qq)(value, what);
    const { mediaType } = descriptor;
    if ((0,_types_media_types_js__WEBPACK_IMPORTED_MODULE_0__/* .isIndexType */ .$U)(mediaType))
        throw new _types_refusal_js__WEBPACK_IMPORTED_MODULE_2__/* .Refusal */ .P_(`${what} is an index itself; only one level is judged`);
    if (!(0,_types_media_types_js__WEBPACK_IMPORTED_MODULE_0__/* .isImageManifestType */ .tr)(mediaType))
        throw new _types_refusal_js__WEBPACK_IMPORTED_MODULE_2__/* .Refusal */ .P_(`${what} is of the media type ${(0,_types_refusal_js__WEBPACK_IMPORTED_MODULE_2__/* .quoted */ .TL)(mediaType)}, which is that of no image`);
    const annotations = (0,_descriptor_js__WEBPACK_IMPORTED_MODULE_3__/* .textsOf */ .CB)(members.get('annotations'), `the annotations of ${what}`);
    return {
        ...descriptor,
        platform: parseEntryPlatform(members.get('platform'), what),
        refersTo: (0,_types_digest_js__WEBPACK_IMPORTED_MODULE_4__/* .parseDigest */ .m)(annotations.get('vnd.docker.reference.digest') ?? ''),
    };
}
/** Source: OCI image specification, image-index.md. An empty one is none, as docker has it. */
function parseEntryPlatform(value, what) {
    if (value === undefined || value === null)
        return undefined;
    const names = ['architecture', 'os', 'os.version', 'os.features', 'variant', 'features'];
    const platform = (0,_types_json_js__WEBPACK_IMPORTED_MODULE_1__/* .membersOf */ .lS)(value, names, `the platform of ${what}`);
    const [os = '', architecture = '', variant = ''] = ['os', 'architecture', 'variant'].map((name) => (0,_types_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textOf */ .b6)(platform, name, `the platform of ${what}`));
    return platform.size === 0 ? undefined : { os, architecture, variant };
}
function parseImage(top) {
    refuseMembers(top, 'a manifest', ['manifests', 'fsLayers']);
    const list = top.get('layers');
    // BuildKit writes null where an image has no layers.
    if (!Array.isArray(list) && list !== null)
        throw new _types_refusal_js__WEBPACK_IMPORTED_MODULE_2__/* .Refusal */ .P_('it is a manifest without a list of layers');
    const { mediaType, digest, size } = (0,_descriptor_js__WEBPACK_IMPORTED_MODULE_3__/* .readDescriptor */ .qq)(top.get('config'), 'its config');
    const config = { mediaType, digest, size };
    const layers = (list ?? []).map((value, at) => {
        const layer = (0,_descriptor_js__WEBPACK_IMPORTED_MODULE_3__/* .readDescriptor */ .qq)(value, `layer ${String(at + 1)}`);
        return { mediaType: layer.mediaType, digest: layer.digest, size: layer.size };
    });
    if (isAttestation(config, layers))
        return { kind: 'attestation' };
    if (isArtifact(config, layers))
        return { kind: 'artifact' };
    refuseUnjudged(config, layers);
    return { kind: 'image', config, layers };
}
/** Both of BuildKit's forms: with a config as images have it, and with an empty one. */
function isAttestation(config, layers) {
    return (layers.length > 0 &&
        layers.every((layer) => (0,_types_media_types_js__WEBPACK_IMPORTED_MODULE_0__/* .isAttestationType */ .j3)(layer.mediaType)) &&
        ((0,_types_media_types_js__WEBPACK_IMPORTED_MODULE_0__/* .isImageConfigType */ .Ky)(config.mediaType) || (0,_descriptor_js__WEBPACK_IMPORTED_MODULE_3__/* .isEmptyJson */ .sX)(config)));
}
/**
 * A config that is `{}` by its digest names no file system, so that no engine runs it whatever its layers are; and no
 * layer is of a type that an engine may unpack. `artifactType` says nothing here: engines do not look at it.
 */
function isArtifact(config, layers) {
    return ((0,_descriptor_js__WEBPACK_IMPORTED_MODULE_3__/* .isEmptyJson */ .sX)(config) &&
        !(0,_types_media_types_js__WEBPACK_IMPORTED_MODULE_0__/* .isImageConfigType */ .Ky)(config.mediaType) &&
        !layers.some((layer) => (0,_types_media_types_js__WEBPACK_IMPORTED_MODULE_0__/* .mayBeUnpacked */ .Og)(layer.mediaType)));
}
function refuseUnjudged(config, layers) {
    if (!(0,_types_media_types_js__WEBPACK_IMPORTED_MODULE_0__/* .isImageConfigType */ .Ky)(config.mediaType))
        throw new _types_refusal_js__WEBPACK_IMPORTED_MODULE_2__/* .Refusal */ .P_(`its config is of the media type ${(0,_types_refusal_js__WEBPACK_IMPORTED_MODULE_2__/* .quoted */ .TL)(config.mediaType)}, which is neither an image's nor that of an artifact nobody runs`);
    layers.forEach(({ mediaType }, at) => {
        const layer = `layer ${String(at + 1)}`;
        if ((0,_types_media_types_js__WEBPACK_IMPORTED_MODULE_0__/* .isForeignLayerType */ .mi)(mediaType))
            throw new _types_refusal_js__WEBPACK_IMPORTED_MODULE_2__/* .Refusal */ .P_(`${layer} is foreign (${mediaType}): engines may fetch it from elsewhere`);
        if (!(0,_types_media_types_js__WEBPACK_IMPORTED_MODULE_0__/* .isLayerType */ .IO)(mediaType))
            throw new _types_refusal_js__WEBPACK_IMPORTED_MODULE_2__/* .Refusal */ .P_(`${layer} is of the media type ${(0,_types_refusal_js__WEBPACK_IMPORTED_MODULE_2__/* .quoted */ .TL)(mediaType)}, which is no layer that scanners know`);
    });
}
/** Compressed bytes of a set of images, each blob counted once. */
function compressedSize(images) {
    const blobs = new Map();
    for (const { config, layers } of images)
        for (const blob of [config, ...layers])
            blobs.set(blob.digest, blob.size);
    return [...blobs.values()].reduce((total, size) => total + size, 0);
}


/***/ }),

/***/ 7666:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  R8: () => (/* binding */ filesOf),
  tw: () => (/* binding */ unwrittenNotice),
  lJ: () => (/* binding */ usedFiles),
  l0: () => (/* binding */ wantedFiles)
});

// EXTERNAL MODULE: ./src/types/inputs.ts
var inputs = __nccwpck_require__(8792);
// EXTERNAL MODULE: ./src/scan/counts.ts
var counts = __nccwpck_require__(2749);
// EXTERNAL MODULE: ./src/report/format.ts
var format = __nccwpck_require__(2011);
// EXTERNAL MODULE: ./src/report/plan-lines.ts
var plan_lines = __nccwpck_require__(1061);
// EXTERNAL MODULE: ./src/report/markdown.ts
var markdown = __nccwpck_require__(4285);
// EXTERNAL MODULE: ./src/report/outcome.ts
var outcome = __nccwpck_require__(5066);
// EXTERNAL MODULE: ./src/report/policy-error.ts
var policy_error = __nccwpck_require__(7057);
// EXTERNAL MODULE: ./src/report/policy-section.ts
var policy_section = __nccwpck_require__(5936);
// EXTERNAL MODULE: ./src/report/summary.ts
var summary = __nccwpck_require__(7994);
// EXTERNAL MODULE: ./src/report/unwritten.ts
var report_unwritten = __nccwpck_require__(3896);
;// CONCATENATED MODULE: ./src/report/evidence.ts









/**
 * The record of a run for people who decide about a release: who, what, how, the scan and the verdict, as Markdown
 * between two comment lines. In a document that holds such a part of the same repository already, it is replaced;
 * otherwise it is put at the end, and whatever else the document holds stays as it is.
 */
function evidenceIn(document, report) {
    const name = report.repository?.name ?? report.inputs?.repository ?? 'unknown';
    const [begin, end] = [`<!-- ecr-ship:begin ${name} -->`, `<!-- ecr-ship:end ${name} -->`];
    const part = [begin, '', evidenceOf(report), '', end];
    if (document === undefined || document.trim() === '')
        return `${part.join('\n')}\n`;
    const lines = document.split('\n');
    const found = findPart(lines, begin, end);
    if (found === undefined)
        return `${document.trimEnd()}\n\n${part.join('\n')}\n`;
    return [...lines.slice(0, found.from), ...part, ...lines.slice(found.to + 1)].join('\n');
}
/** The first end that has a beginning, and the last beginning before it: half a pair must not take text away with it. */
function findPart(lines, begin, end) {
    let from;
    for (const [index, line] of lines.entries()) {
        if (line.trim() === begin)
            from = index;
        if (line.trim() === end && from !== undefined)
            return { from, to: index };
    }
    return undefined;
}
/** The evidence itself. Whatever the run did not reach is said to be so. */
function evidenceOf(report) {
    const name = report.repository?.name ?? report.inputs?.repository ?? 'unknown';
    return [
        `## ${(0,markdown/* escapeMarkdown */.FV)(name)}: ${(0,outcome/* outcomeWords */.w)(report)}`,
        ...verdictPart(report),
        ...whatPart(report),
        ...howPart(report),
        ...scanPart(report),
        ...(0,policy_section/* comparisonSection */.vU)(report),
        ...(0,policy_section/* findingSection */.B)(report),
        // All of them, in full: each is a decision that somebody answers for.
        ...(0,policy_section/* exceptionSection */.$X)(report, { rows: Infinity, reason: Infinity }),
    ].join('\n\n');
}
function verdictPart({ verdict, failure, inputs, unwritten, startedAt, finishedAt }) {
    const policy = inputs === undefined ? [] : [`- Policy: ${(0,plan_lines/* policyLine */.Dx)(inputs.policy, inputs.scan, inputs.scanTimeoutMs)}`];
    const words = verdict === undefined ? `none, because ${whyNot(failure)}` : verdict.outcome;
    const why = verdict?.outcome === 'failed'
        ? verdict.breaches.map((breach) => `- Broken rule: ${(0,markdown/* escapeMarkdown */.FV)((0,policy_error/* describeBreach */.D)(breach))}`)
        : verdict?.outcome === 'not-scanned'
            ? [`- Not scanned: ${(0,markdown/* escapeMarkdown */.FV)(verdict.why)}`]
            : [];
    const error = failure === undefined || failure.code === 'policy-failed'
        ? []
        : [`- Error: ${(0,markdown/* escapeMarkdown */.FV)(failure.what)}`];
    const lost = failure?.code === 'file-failed'
        ? []
        : unwritten.map((file) => `- ${(0,markdown/* escapeMarkdown */.FV)((0,report_unwritten/* describeUnwritten */.W)(file))}`);
    return [
        [
            `- Verdict: **${words}**`,
            ...why,
            ...error,
            ...lost,
            ...policy,
            `- Run from ${(0,format/* formatTime */.fU)(startedAt)} to ${(0,format/* formatTime */.fU)(finishedAt)}`,
        ].join('\n'),
    ];
}
function whatPart(report) {
    const { image, repository, candidate, run, caller, inputs, plan } = report;
    const digest = image?.digest ?? candidate?.digest;
    const rows = [
        [
            'Image',
            repository === undefined || digest === undefined ? 'none' : (0,markdown/* code */.aY)(`${repository.uri}@${digest}`),
        ],
        ['Digest', digest === undefined ? 'none' : (0,markdown/* code */.aY)(digest)],
        ['Names', (0,summary/* namesCell */.T)(report)],
        ...(image === undefined
            ? []
            : [
                ['Size', `${(0,format/* formatBytes */.z3)(image.size)} compressed (${String(image.size)} bytes)`],
                ['Media type', (0,markdown/* code */.aY)(image.manifest.mediaType)],
                ...image.platforms.map((one) => [
                    'Platform',
                    `${(0,markdown/* code */.aY)(one.platform)} ${(0,markdown/* code */.aY)(one.digest)}, ${(0,format/* formatBytes */.z3)(one.size)} compressed`,
                ]),
                ['Pushed', (0,format/* formatTime */.fU)(image.pushedAt)],
            ]),
        ['Commit', plan?.source.commit === undefined ? 'unknown' : (0,markdown/* code */.aY)(plan.source.commit)],
        ['Run', run.runUrl === undefined ? 'outside a workflow' : (0,markdown/* link */.nf)(run.runUrl, run.runUrl)],
        ['Account and region', `${repository?.registryId ?? 'unknown'}, ${inputs?.region ?? 'unknown'}`],
        ['Role', caller === undefined ? 'unknown: AWS STS was not asked or did not answer' : (0,markdown/* code */.aY)(caller)],
    ];
    return ['### What was published, and by whom', (0,markdown/* table */.tp)(['', ''], rows).join('\n')];
}
function howPart({ builder, commands, decision }) {
    const said = [
        ...(decision?.kind === 'reuse'
            ? [`Nothing was built: the repository had an image that ${(0,plan_lines/* reasonForReuse */.QN)(decision)}.`]
            : []),
        ...(builder === undefined ? [] : [`Builder: ${(0,markdown/* escapeMarkdown */.FV)(builder.description)}.`]),
    ];
    // One line each, so that no line of a command can pass for the end of this part.
    const shown = commands.map((command) => command.replace(/\s*\n\s*/g, ' '));
    return ['### How', ...said, shown.length === 0 ? 'No docker command was run.' : (0,markdown/* shellBlock */.OV)(shown)];
}
function whyNot(failure) {
    return failure === undefined ? 'nothing was pushed' : 'the run did not get that far';
}
function scanPart({ scan, failure }) {
    if (scan === undefined)
        return ['### Scan', `Not scanned: ${whyNot(failure)}.`];
    if (scan.kind === 'off')
        return ['### Scan', `Not scanned: ${(0,markdown/* escapeMarkdown */.FV)(scan.why)}.`];
    return [
        '### Scan',
        (0,markdown/* table */.tp)(['Platform', 'Scanner', 'Ended', 'Findings'], scan.platforms.map(scanRow)).join('\n'),
    ];
}
function scanRow(scan) {
    if (scan.outcome === 'incomplete')
        return [(0,markdown/* code */.aY)(scan.platform), '–', 'no full answer', (0,markdown/* escapeMarkdown */.FV)(scan.detail)];
    return [
        (0,markdown/* code */.aY)(scan.platform),
        scan.scanner,
        (0,format/* formatTime */.fU)(scan.completedAt),
        (0,format/* formatCounts */.gM)((0,counts/* countFindings */.Gt)(scan.findings)),
    ];
}

;// CONCATENATED MODULE: ./src/types/report.ts
const phases = [
    'plan',
    'login',
    'decide',
    'build',
    'verify',
    'scan',
    'baseline',
    'name',
    'clean-up',
];

// EXTERNAL MODULE: ./src/report/outputs.ts
var outputs = __nccwpck_require__(5468);
// EXTERNAL MODULE: ./src/scan/fixable.ts
var fixable = __nccwpck_require__(3526);
;// CONCATENATED MODULE: ./src/report/verdict-fields.ts


/**
 * What the result file says about the verdict: flat lists that belong together by position, one item for each
 * finding, exception or broken rule, none left out.
 */
function verdictFields({ verdict, baseline, exceptions }) {
    const findings = verdict?.findings ?? [];
    const uses = verdict?.exceptions ?? [];
    const comparison = verdict?.comparison;
    const compared = comparison?.kind === 'compared' ? comparison : undefined;
    return {
        breaches: verdict?.outcome === 'failed' ? verdict.breaches.map(policy_error/* describeBreach */.D) : [],
        findingIds: findings.map(({ finding }) => finding.id),
        findingSeverities: findings.map(({ finding }) => finding.severity),
        findingSeverityWords: findings.map(({ finding }) => finding.severityAsGiven ?? ''),
        findingPlatforms: findings.map(({ platform }) => platform),
        findingPackages: findings.map(({ finding }) => finding.package ?? ''),
        findingInstalled: findings.map(({ finding }) => finding.installed ?? ''),
        findingFixedIn: findings.map(({ finding }) => finding.fixedIn ?? ''),
        findingFixable: findings.map(({ finding }) => (0,fixable/* fixOf */.B)(finding)),
        findingUris: findings.map(({ finding }) => finding.uri ?? ''),
        findingStandings: findings.map(({ standing }) => standing.kind),
        findingReasons: findings.map(({ standing }) => reasonOf(standing)),
        exceptionsFile: exceptions === undefined || exceptions.kind === 'none' ? null : exceptions.path,
        exceptionsIgnored: exceptions?.kind === 'ignored' ? exceptions.why : null,
        exceptionIds: uses.map(({ exception }) => exception.id),
        exceptionPackages: uses.map(({ exception }) => exception.package ?? ''),
        exceptionReasons: uses.map(({ exception }) => exception.reason),
        exceptionExpires: uses.map(({ exception }) => exception.expires),
        exceptionApprovedBy: uses.map(({ exception }) => exception.approvedBy ?? ''),
        exceptionStates: uses.map(({ state }) => state),
        exceptionFindings: uses.map((use) => use.findings.length),
        baselineTag: baseline?.tag ?? null,
        baselineDigest: baseline?.digest ?? null,
        baselineStatus: comparison?.kind ?? null,
        newFindings: compared?.added ?? null,
        stayedFindings: compared?.stayed ?? null,
        fixedFindings: compared?.fixed.length ?? null,
        fixedFindingIds: compared?.fixed.map(({ finding }) => finding.id) ?? [],
        fixedFindingPackages: compared?.fixed.map(({ finding }) => finding.package ?? '') ?? [],
        fixedFindingPlatforms: compared?.fixed.map(({ platform }) => platform) ?? [],
    };
}
function reasonOf(standing) {
    return standing.kind === 'excepted' ? standing.exception.reason : '';
}

;// CONCATENATED MODULE: ./src/report/result-file.ts



/**
 * The flat JSON object of a run, also of a failed one. What was not reached is null.
 * Its schema is docs/result-file.schema.json; a new key is a new minor version, a changed meaning a new schemaVersion.
 */
function resultFileOf(report) {
    const { image, repository, verdict, scan, failure } = report;
    const uri = repository?.uri ?? null;
    const digest = image?.digest ?? report.candidate?.digest ?? null;
    const counts = (0,outputs/* countsOf */.mQ)(report);
    const names = (0,outputs/* setNames */.j3)(report);
    return {
        schemaVersion: 1,
        succeeded: failure === undefined,
        errorCode: failure?.code ?? null,
        error: failure?.message ?? null,
        repository: repository?.name ?? report.inputs?.repository ?? null,
        uri,
        region: report.inputs?.region ?? null,
        digest,
        image: uri === null || digest === null ? null : `${uri}@${digest}`,
        mediaType: image?.manifest.mediaType ?? null,
        size: image?.size ?? null,
        platforms: image?.platforms.map((platform) => platform.platform) ?? [],
        platformDigests: image?.platforms.map((platform) => platform.digest) ?? [],
        platformSizes: image?.platforms.map((platform) => platform.size) ?? [],
        pushedAt: image === undefined ? null : new Date(image.pushedAt).toISOString(),
        tags: names,
        version: names[0] ?? null,
        reused: report.decision?.kind === 'reuse',
        candidateRemoved: report.candidateRemoved,
        verdict: verdict?.outcome ?? null,
        scanStatus: scan?.kind ?? null,
        critical: counts?.critical ?? null,
        high: counts?.high ?? null,
        medium: counts?.medium ?? null,
        low: counts?.low ?? null,
        informational: counts?.informational ?? null,
        undefined: counts?.undefined ?? null,
        ...verdictFields(report),
        commit: report.plan?.source.commit ?? null,
        event: report.run.event.name === '' ? null : report.run.event.name,
        runUrl: report.run.runUrl ?? null,
        caller: report.caller ?? null,
        builder: report.builder?.description ?? null,
        commands: report.commands,
        startedAt: new Date(report.startedAt).toISOString(),
        finishedAt: new Date(report.finishedAt).toISOString(),
        ...Object.fromEntries(phases.map((phase) => [`${camelCase(phase)}Ms`, msOf(report, phase)])),
    };
}
function msOf(report, phase) {
    const timing = report.timings.find((candidate) => candidate.phase === phase);
    return timing === undefined ? null : Math.round(timing.ms);
}
function camelCase(text) {
    return text.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());
}

// EXTERNAL MODULE: ./src/report/sarif.ts
var sarif = __nccwpck_require__(643);
// EXTERNAL MODULE: ./src/report/written.ts
var written = __nccwpck_require__(8193);
;// CONCATENATED MODULE: ./src/report/files.ts





/** The files that the person asks for. */
function wantedFiles(resultFile, inputs) {
    const all = [
        { input: 'result-file', path: resultFile, isPart: false },
        { input: 'evidence-file', path: inputs?.evidenceFile, isPart: true },
        { input: 'sarif-file', path: inputs?.sarifFile, isPart: false },
    ];
    return all.flatMap(({ path, ...file }) => (path === undefined ? [] : [{ ...file, path }]));
}
/** The files of the checkout that other inputs name, none of which a report may write over. */
function usedFiles({ exceptionsFile, build }) {
    return [
        { input: 'exceptions', path: exceptionsFile ?? inputs/* defaultExceptionsFile */.w },
        { input: 'file', path: build.file ?? `${build.context}/Dockerfile` },
    ];
}
/**
 * The files that are written, also after a failure; not those of which it is known that they cannot be.
 * @param report says where they are
 * @param shown the same report as it may be shown: what is in them
 */
function filesOf(report, shown = report) {
    const texts = {
        'result-file': () => json(resultFileOf(shown)),
        'evidence-file': (before) => evidenceIn(before, shown),
        'sarif-file': () => json((0,sarif/* sarifOf */.$)(shown)),
    };
    return wantedFiles(report.resultFile, report.inputs)
        .filter(({ input }) => (0,written/* isWritten */.Q)(input, report))
        .map((file) => ({ ...file, text: texts[file.input] }));
}
/** What is said where a file that was asked for has nothing to say. */
function unwrittenNotice(report) {
    const path = report.inputs?.sarifFile;
    if (path === undefined || (0,sarif/* hasSarif */.C)(report))
        return undefined;
    return `${path} was not written: without a full scan it would close alerts that nobody has fixed.`;
}
function json(content) {
    return `${JSON.stringify(content, null, 2)}\n`;
}


/***/ }),

/***/ 9334:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   KE: () => (/* binding */ listed),
/* harmony export */   jE: () => (/* binding */ nameFinding),
/* harmony export */   ml: () => (/* binding */ shorten),
/* harmony export */   pA: () => (/* binding */ severityText),
/* harmony export */   yd: () => (/* binding */ standingText)
/* harmony export */ });
/* harmony import */ var _types_severity_word_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8959);

/** The first few items of a list in one line, and how many more there are. */
function listed(items, most) {
    const more = items.length - most;
    return `${items.slice(0, most).join(', ')}${more > 0 ? ` and ${String(more)} more` : ''}`;
}
/** `CVE-2026-1 in openssl (linux/amd64)`, for a sentence; with the scanner's word where that is not ECR's. */
function nameFinding({ finding, platform }) {
    const where = finding.package === undefined ? '' : ` in ${shorten(finding.package)}`;
    const word = (0,_types_severity_word_js__WEBPACK_IMPORTED_MODULE_0__/* .isForeign */ .jq)(finding) ? `, severity ${finding.severityAsGiven ?? ''}` : '';
    return `${shorten(finding.id)}${where} (${platform}${word})`;
}
/** The severity as people know it from ECR's console, with the scanner's own word where that is another one. */
function severityText({ severity, severityAsGiven }) {
    return (severityAsGiven === undefined ? severity : `${severity} (${severityAsGiven})`).toUpperCase();
}
/** Whether a finding counts, in a few words. */
function standingText(standing) {
    switch (standing.kind) {
        case 'excepted':
            return `excepted until ${standing.exception.expires}`;
        case 'not-new':
            return 'not new';
        case 'not-fixable':
            return 'no fix yet';
        case 'counts':
            return standing.expired === undefined
                ? 'counts'
                : `counts, exception expired ${standing.expired.expires}`;
    }
}
/** Foreign text of any length in a table's cell or in a sentence. */
function shorten(text, most = 80) {
    return text.length > most ? `${text.slice(0, most - 1)}…` : text;
}


/***/ }),

/***/ 2011:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   LS: () => (/* binding */ plural),
/* harmony export */   a3: () => (/* binding */ formatDuration),
/* harmony export */   fU: () => (/* binding */ formatTime),
/* harmony export */   gM: () => (/* binding */ formatCounts),
/* harmony export */   z3: () => (/* binding */ formatBytes)
/* harmony export */ });
/* harmony import */ var _types_scan_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2700);

/** Compressed bytes for people, in the decimal units in which registries bill: `12.3 MB`. */
function formatBytes(bytes) {
    const units = ['B', 'kB', 'MB', 'GB'];
    // What would round to 1000 of a unit is shown as 1.0 of the next.
    const found = units.findIndex((_, index) => bytes / 1000 ** index < 999.5);
    const power = found < 0 ? units.length - 1 : found;
    const value = bytes / 1000 ** power;
    return `${power === 0 ? String(value) : value.toFixed(value < 99.95 ? 1 : 0)} ${units[power] ?? 'GB'}`;
}
/** `350 ms`, `4.2 s`, `3 min 20 s`. */
function formatDuration(ms) {
    if (ms < 999.5)
        return `${String(Math.round(ms))} ms`;
    if (ms < 59_950)
        return `${(ms / 1000).toFixed(1)} s`;
    const seconds = Math.round(ms / 1000);
    const rest = seconds % 60 === 0 ? '' : ` ${String(seconds % 60)} s`;
    return `${String(Math.floor(seconds / 60))} min${rest}`;
}
function formatTime(epochMs) {
    return new Date(epochMs)
        .toISOString()
        .replace('T', ' ')
        .replace(/\.\d+Z$/, ' UTC');
}
/** `2 critical, 1 low`, or `no findings`. */
function formatCounts(counts) {
    const parts = _types_scan_js__WEBPACK_IMPORTED_MODULE_0__/* .severities */ .gO
        .filter((severity) => counts[severity] > 0)
        .map((severity) => `${String(counts[severity])} ${severity}`);
    return parts.length === 0 ? 'no findings' : parts.join(', ');
}
function plural(count, noun) {
    return `${String(count)} ${noun}${count === 1 ? '' : 's'}`;
}


/***/ }),

/***/ 4285:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   FV: () => (/* binding */ escapeMarkdown),
/* harmony export */   OV: () => (/* binding */ shellBlock),
/* harmony export */   aY: () => (/* binding */ code),
/* harmony export */   nf: () => (/* binding */ link),
/* harmony export */   tp: () => (/* binding */ table)
/* harmony export */ });
/** What has a meaning anywhere, what begins a list or a rule at the beginning, and the dot of a `www.` link. */
const special = /[&<>|`*_{}[\]()#!~\\@:$]|^[-+=]|(?<=^\d+)\.(?= |$)|(?<=www)\./gi;
/**
 * Foreign text as GitHub-flavoured Markdown that shows exactly that text: no markup, no link, no mention, no image.
 * Character references are understood in every position of a table, where backslashes are not.
 */
function escapeMarkdown(text) {
    return text
        .replace(/\s+/g, ' ')
        .trim()
        .replace(special, (character) => `&#${String(character.codePointAt(0))};`);
}
/** Our own text, or foreign text that cannot hold a backtick or a bar, in a code span. */
function code(text) {
    return `\`${text.replaceAll('`', "'").replaceAll('|', '¦')}\``;
}
/** A longer address is none that anybody wrote for people, and many of them would not fit into a summary. */
const longestAddress = 2000;
/** A link for foreign text and address; the text alone where the address is none that a browser should follow. */
function link(text, address) {
    const shown = escapeMarkdown(text);
    if (address === undefined || !URL.canParse(address))
        return shown;
    const url = new URL(address);
    if (url.protocol !== 'https:' && url.protocol !== 'http:')
        return shown;
    const target = url.href
        .replace(/[()|<>\\]/g, (character) => encodeURIComponent(character).replace(/[()]/g, percent))
        .replaceAll('&', '&amp;');
    return target.length > longestAddress ? shown : `[${shown}](${target})`;
}
/** Lines of a shell in a code block, which no backticks in them can end. */
function shellBlock(lines) {
    const runs = lines.join('\n').match(/`+/g) ?? [];
    const fence = '`'.repeat(Math.max(3, ...runs.map((run) => run.length + 1)));
    return [`${fence}sh`, ...lines, fence].join('\n');
}
/** A table; cells are Markdown already. */
function table(header, rows, alignRight = []) {
    const rule = header.map((_, column) => (alignRight.includes(column) ? '--:' : '---'));
    return [header, rule, ...rows].map((cells) => `| ${cells.join(' | ')} |`);
}
function percent(character) {
    return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}


/***/ }),

/***/ 5066:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ outcomeWords)
/* harmony export */ });
/* harmony import */ var _outputs_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5468);

/** How a run ended, in words for a heading: the same ones in every report. */
function outcomeWords(report) {
    const { verdict, failure, inputs } = report;
    if (verdict?.outcome === 'failed')
        return 'did not pass';
    if (failure !== undefined)
        return failureWords(report);
    if (inputs?.mode === 'plan')
        return 'the plan';
    if (verdict === undefined)
        return 'built, not pushed';
    return verdict.outcome === 'passed' ? 'passed' : 'shipped without a full scan';
}
/** An image that has a name is shipped, whatever failed after that. */
function failureWords(report) {
    if ((0,_outputs_js__WEBPACK_IMPORTED_MODULE_0__/* .setNames */ .j3)(report).length === 0)
        return 'not shipped';
    if (report.failure?.code === 'file-failed')
        return 'shipped, but not every file was written';
    const isWhole = report.names.every(({ outcome }) => outcome === 'set' || outcome === 'unchanged');
    return isWhole ? 'shipped, but the run failed' : 'shipped, but not under all names';
}


/***/ }),

/***/ 5468:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Yz: () => (/* binding */ outputsOf),
/* harmony export */   j3: () => (/* binding */ setNames),
/* harmony export */   mQ: () => (/* binding */ countsOf)
/* harmony export */ });
/* unused harmony export outputNames */
/* harmony import */ var _scan_counts_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(2749);
/* harmony import */ var _types_scan_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(2700);
/* harmony import */ var _written_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8193);



const outputNames = [
    'digest',
    'size',
    'image',
    'uri',
    'registry',
    'repository',
    'tags',
    'tag-names',
    'version',
    'media-type',
    'platforms',
    'pushed-at',
    'reused',
    'verdict',
    'scan-status',
    ..._types_scan_js__WEBPACK_IMPORTED_MODULE_1__/* .severities */ .gO,
    'baseline-digest',
    'result-file',
    'evidence-file',
    'sarif-file',
];
/** Takes what a run found out and gives its outputs. Also after a failure: digest and findings are worth most then. */
function outputsOf(report) {
    const { image, repository, inputs } = report;
    const uri = repository?.uri ?? '';
    const digest = image?.digest ?? report.candidate?.digest ?? '';
    const names = namesOf(report);
    return {
        digest,
        size: image === undefined ? '' : String(image.size),
        image: uri === '' || digest === '' ? '' : `${uri}@${digest}`,
        uri,
        registry: uri.slice(0, Math.max(0, uri.indexOf('/'))),
        repository: repository?.name ?? inputs?.repository ?? '',
        tags: uri === '' ? '' : names.map((name) => `${uri}:${name}`).join('\n'),
        'tag-names': names.join('\n'),
        version: names[0] ?? '',
        'media-type': image?.manifest.mediaType ?? '',
        platforms: image === undefined ? '' : JSON.stringify(platformsObject(image.platforms)),
        'pushed-at': image === undefined ? '' : new Date(image.pushedAt).toISOString(),
        reused: report.decision === undefined ? '' : String(report.decision.kind === 'reuse'),
        verdict: report.verdict?.outcome ?? '',
        'scan-status': report.scan?.kind ?? '',
        ...countOutputs(report),
        'baseline-digest': report.baseline?.digest ?? '',
        'result-file': (0,_written_js__WEBPACK_IMPORTED_MODULE_0__/* .isWritten */ .Q)('result-file', report) ? (report.resultFile ?? '') : '',
        'evidence-file': (0,_written_js__WEBPACK_IMPORTED_MODULE_0__/* .isWritten */ .Q)('evidence-file', report) ? (inputs?.evidenceFile ?? '') : '',
        'sarif-file': (0,_written_js__WEBPACK_IMPORTED_MODULE_0__/* .isWritten */ .Q)('sarif-file', report) ? (inputs?.sarifFile ?? '') : '',
    };
}
/** The names that the image has; where the run only plans, those that it would get. */
function namesOf(report) {
    return report.inputs?.mode === 'plan' ? (report.plan?.names ?? []).map(({ tag }) => tag) : setNames(report);
}
/** The names that the image has now, in the order in which they were asked for. */
function setNames(report) {
    return report.names
        .filter((name) => name.outcome === 'set' || name.outcome === 'unchanged')
        .map((name) => name.tag);
}
function countsOf(report) {
    return report.scan === undefined || report.scan.kind === 'off'
        ? undefined
        : (0,_scan_counts_js__WEBPACK_IMPORTED_MODULE_2__/* .countPlatforms */ .yI)(report.scan.platforms);
}
function countOutputs(report) {
    const counts = countsOf(report);
    const texts = _types_scan_js__WEBPACK_IMPORTED_MODULE_1__/* .severities */ .gO.map((severity) => [
        severity,
        counts === undefined ? '' : String(counts[severity]),
    ]);
    return Object.fromEntries(texts);
}
function platformsObject(platforms) {
    return Object.fromEntries(platforms.map(({ platform, digest, size }) => [platform, { digest, size }]));
}


/***/ }),

/***/ 1061:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Dx: () => (/* binding */ policyLine),
/* harmony export */   HN: () => (/* binding */ planLines),
/* harmony export */   KM: () => (/* binding */ decisionNotices),
/* harmony export */   QN: () => (/* binding */ reasonForReuse),
/* harmony export */   RA: () => (/* binding */ builderWarnings),
/* harmony export */   Wp: () => (/* binding */ decisionLines),
/* harmony export */   h3: () => (/* binding */ builderLines),
/* harmony export */   pH: () => (/* binding */ planWarnings)
/* harmony export */ });
/* harmony import */ var _build_command_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(989);
/* harmony import */ var _build_display_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4286);
/* harmony import */ var _types_digest_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(6221);
/* harmony import */ var _types_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4218);
/* harmony import */ var _types_scan_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(2700);
/* harmony import */ var _format_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(2011);






/** The plan as a person reads it before anything is done. */
function planLines(plan) {
    const { inputs, names, rules, source, labels } = plan;
    return [
        ...aligned([
            ['Repository', repositoryText(plan)],
            ['Event', eventText(source)],
            ['Commit', commitText(source)],
            ['Speaks for', source.says],
            ['Names', namesText(plan)],
            ['Policy', policyLine(inputs.policy, inputs.scan, inputs.scanTimeoutMs)],
        ]),
        'Rules',
        ...aligned(rules.map(({ rule, tag, why }) => [`  ${rule}`, `${tag ?? '–'} (${why})`])),
        'Labels',
        ...labels.map((label) => `  ${label}`),
        ...(names.length > 0 && inputs.push ? [`If a name is taken: ${ifTaken[inputs.ifExists]}`] : []),
    ];
}
const ifTaken = {
    reuse: 'an image that was made from the very same is used again, one of another commit is an error',
    fail: 'that is an error',
    move: 'the name moves, where the repository lets it',
};
/** What the person should know of before it is too late. */
function planWarnings({ rules, source }) {
    const surprises = rules
        .filter((rule) => rule.isSurprise)
        .map(({ rule, why }) => `${rule} gives no name: ${why}.`);
    const { doubt } = source;
    return [...(doubt === undefined ? [] : [`${doubt.what} ${doubt.next}`]), ...surprises];
}
/** How the image would be built; said where there is no builder to ask. */
function builderLines(plan, builder) {
    if (builder instanceof _types_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ShipError */ .f)
        return [`Builder: none on this machine. ${builder.what}`];
    const { inputs, candidateTag } = plan;
    const goal = inputs.push
        ? { kind: 'push', uri: inputs.repository, candidateTag }
        : { kind: 'local' };
    const { build, push } = (0,_build_command_js__WEBPACK_IMPORTED_MODULE_2__/* .buildCommands */ .D)(plan, builder, goal, 'metadata.json');
    const candidate = !inputs.push
        ? 'stays in the builder'
        : builder.push === 'by-digest'
            ? 'pushed by digest, without a tag'
            : `pushed as ${candidateTag}, a tag that is removed in the end`;
    return aligned([
        ['Builder', builder.description],
        ['Build', (0,_build_display_js__WEBPACK_IMPORTED_MODULE_0__/* .displayCommand */ .k)(build)],
        ...(push === undefined ? [] : [['Push', (0,_build_display_js__WEBPACK_IMPORTED_MODULE_0__/* .displayCommand */ .k)(push)]]),
        ['Candidate', candidate],
    ]);
}
/** What was asked for and this builder cannot do, where the image is worth having without it. */
function builderWarnings({ inputs }, builder) {
    if (builder instanceof _types_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ShipError */ .f || builder.annotations || !inputs.push)
        return [];
    if (inputs.build.annotations.length === 0)
        return [];
    return [
        `The input annotations is not used: ${builder.description} cannot write them to the manifest. ` +
            'Add docker/setup-buildx-action before this step.',
    ];
}
/** What becomes of each name, now that it is known who has it. */
function decisionLines(decision) {
    const first = decision.kind === 'reuse'
        ? [`${decision.digest} ${reasonForReuse(decision)}: it is used again, and nothing is built.`]
        : decision.remade.map(({ tag, digest, why }) => `${tag} names ${digest}, which was made from this very commit and may not be used again: ${why}.`);
    return [...first, ...aligned(decision.names.map((name) => [name.name.tag, stateText(name)]))];
}
/** What a person may not expect of a run that builds nothing: scheduled ones are often meant to renew an image. */
function decisionNotices(decision, { source }) {
    if (decision.kind === 'build' || source.event !== 'schedule')
        return [];
    return [
        'This scheduled run builds nothing: the image of its commit is there, and is judged by its newest findings. ' +
            "To build anew, on newer base images, give scheduled runs no fixed name: type=sha,enable=${{ github.event_name != 'schedule' }}.",
    ];
}
/** Why nothing is built, as what is said of the image. */
function reasonForReuse({ since }) {
    return since === undefined
        ? 'was made from this very commit in the same way'
        : `was made in the same way from ${since}, since which nothing has changed below reuse-paths`;
}
function stateText({ state, holder, because, name }) {
    const there = holder === undefined ? '' : ` (${(0,_types_digest_js__WEBPACK_IMPORTED_MODULE_3__/* .shortDigest */ .V)(holder)}…)`;
    switch (state) {
        case 'new':
            return `new, ${name.kind}`;
        case 'once':
            return 'new, and can be set only once in this repository';
        case 'same':
            return 'names this image already';
        case 'moves':
            return `moves from the image that has it now${there}`;
        case 'kept-back':
            return `stays where it is${there}: ${because ?? ''}`;
    }
}
function repositoryText({ inputs }) {
    const where = [
        ...(inputs.region === undefined ? [] : [inputs.region]),
        ...(inputs.registryId === undefined ? [] : [`account ${inputs.registryId}`]),
    ];
    return where.length === 0 ? inputs.repository : `${inputs.repository} (${where.join(', ')})`;
}
function namesText({ inputs, names }) {
    const listed = names.map((name) => `${name.tag} (${name.kind})`).join(', ') || 'none';
    return inputs.push ? listed : `none are set, because push is false (${listed})`;
}
function eventText(source) {
    const name = source.event === '' ? 'none' : source.event;
    const about = refText(source.about);
    const base = source.baseBranch === undefined ? '' : ` into ${source.baseBranch}`;
    return about === '' ? name : `${name}, ${about}${base}`;
}
function refText(ref) {
    switch (ref.kind) {
        case 'branch':
            return `branch ${ref.name}`;
        case 'tag':
            return `tag ${ref.name}`;
        case 'pull-request':
            return `pull request ${String(ref.number)}`;
        case 'merge-queue':
            return 'merge queue';
        case 'none':
            return '';
    }
}
function commitText({ commit, commitOrigin }) {
    if (commit === undefined)
        return 'not known';
    const origin = {
        checkout: 'the checkout',
        event: 'the event',
        'pull-request-head': "the pull request's own newest commit, as pull-request-commit: head asks for",
        context: 'the Git URL of the build context',
        unverified: 'nobody',
    }[commitOrigin];
    return `${commit} (from ${origin})`;
}
function policyLine(policy, scan, timeoutMs) {
    if (scan === 'off')
        return 'not scanned, because scan is off';
    return `${limitsText(policy)}${wordsText(policy)}${scopeText(policy)}; a scan without a full answer ${policy.onIncompleteScan === 'fail' ? 'fails' : 'is a warning'}; waits at most ${(0,_format_js__WEBPACK_IMPORTED_MODULE_4__/* .formatDuration */ .a3)(timeoutMs)}`;
}
function limitsText(policy) {
    const limits = _types_scan_js__WEBPACK_IMPORTED_MODULE_5__/* .severities */ .gO.flatMap((severity) => {
        const most = policy.limits[severity];
        return most === undefined ? [] : [`${most === 0 ? 'no' : `at most ${String(most)}`} ${severity}`];
    });
    return limits.length === 0 ? 'any finding is allowed' : `${limits.join(', ')} allowed`;
}
/** What the policy says of words that are not ECR's: `, severe counts as high`. */
function wordsText({ words }) {
    return [...words].map(([word, severity]) => `, ${word} counts as ${severity}`).join('');
}
function scopeText({ onlyFixable, onlyNew }) {
    const kinds = [
        ...(onlyFixable ? ['with a fix'] : []),
        ...(onlyNew ? ['that the baseline does not have'] : []),
    ];
    return kinds.length === 0 ? '' : `, counting only findings ${kinds.join(' and ')}`;
}
function aligned(rows) {
    const width = Math.max(0, ...rows.map(([label]) => label.length)) + 2;
    return rows.map(([label, text]) => label.padEnd(width) + text);
}


/***/ }),

/***/ 7057:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ describeBreach),
/* harmony export */   o: () => (/* binding */ policyFailed)
/* harmony export */ });
/* harmony import */ var _scan_advice_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8733);
/* harmony import */ var _types_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4218);
/* harmony import */ var _findings_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(9334);



/** So many findings of a breach are named; the summary and the result file have them all. */
const namedFindings = 3;
/** The error for an image that did not pass: which rules it breaks, and what a person can do. */
function policyFailed(verdict) {
    const advice = [
        ...(verdict.breaches.some((breach) => breach.kind === 'severity')
            ? [
                'Update the packages that the summary lists, accept a finding for a time in the exceptions file, or change the input fail-on.',
            ]
            : []),
        ...new Set(verdict.breaches.flatMap((breach) => breach.kind === 'incomplete-scan' ? [(0,_scan_advice_js__WEBPACK_IMPORTED_MODULE_1__/* .adviceFor */ .c)(breach.reason)] : [])),
        ...(verdict.breaches.some((breach) => breach.kind === 'incomplete-scan')
            ? ['If an image without a full scan may be published, set on-incomplete-scan: warn.']
            : []),
    ];
    return new _types_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ShipError */ .f({
        code: 'policy-failed',
        what: `The image did not pass and got no name: ${verdict.breaches.map(describeBreach).join('; ')}.`,
        next: advice.join(' '),
    });
}
/** One rule that is broken, and by what, as a clause. */
function describeBreach(breach) {
    switch (breach.kind) {
        case 'severity':
            return `${String(breach.found)} ${breach.severity.toUpperCase()} ${breach.found === 1 ? 'finding' : 'findings'}, ${breach.allowed === 0 ? 'none' : `at most ${String(breach.allowed)}`} allowed: ${(0,_findings_js__WEBPACK_IMPORTED_MODULE_2__/* .listed */ .KE)(breach.findings.map(_findings_js__WEBPACK_IMPORTED_MODULE_2__/* .nameFinding */ .jE), namedFindings)}`;
        case 'incomplete-scan':
            return `no full scan of ${breach.platform}: ${breach.detail}`;
    }
}


/***/ }),

/***/ 5936:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $X: () => (/* binding */ exceptionSection),
/* harmony export */   B: () => (/* binding */ findingSection),
/* harmony export */   i_: () => (/* binding */ standingSentence),
/* harmony export */   vU: () => (/* binding */ comparisonSection)
/* harmony export */ });
/* harmony import */ var _scan_fixable_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(3526);
/* harmony import */ var _findings_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9334);
/* harmony import */ var _format_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(2011);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4285);




/** So many rows of a table are shown; with the longest texts that is far below the runner's limit of 1 MiB. */
const shownRows = 20;
/** Exceptions are decisions, and there are few of them: more are shown, with less of each reason. */
const summaryBounds = { rows: 50, reason: 200 };
/** The findings as a section of the summary or the evidence: those that count first, the worst of them first. */
function findingSection({ scan, verdict, resultFile }) {
    if (scan === undefined || scan.kind === 'off' || verdict?.counts === undefined)
        return [];
    const { findings } = verdict;
    if (findings.length === 0)
        return ['### Findings', scan.kind === 'complete' ? 'None.' : 'None on the platforms that were scanned.'];
    const counting = findings.filter(({ standing }) => standing.kind === 'counts');
    const others = findings.filter(({ standing }) => standing.kind !== 'counts');
    const saysWhy = others.length > 0 || counting.some(({ standing }) => (0,_findings_js__WEBPACK_IMPORTED_MODULE_0__/* .standingText */ .yd)(standing) !== 'counts');
    const header = ['Severity', 'Finding', 'Package', 'Installed', 'Fixed in', 'Platform'];
    const rows = [...counting, ...others].slice(0, shownRows).map((one) => findingRow(one, saysWhy));
    const more = findings.length - rows.length;
    return [
        '### Findings',
        ...(saysWhy ? [`${standingSentence(verdict)}.`] : []),
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .table */ .tp)(saysWhy ? [...header, 'Counts'] : header, rows).join('\n'),
        ...(more > 0 ? [`and ${String(more)} more: ${whereAllAre(resultFile)}.`] : []),
    ];
}
/** How many findings count, and why the others do not: `1 of 5 findings counts (2 excepted, 1 not new, 1 without a fix)`. */
function standingSentence({ findings }) {
    const having = (kind) => findings.filter(({ standing }) => standing.kind === kind).length;
    const counting = having('counts');
    const reasons = [
        ['excepted', 'excepted'],
        ['not-new', 'not new'],
        ['not-fixable', 'without a fix'],
    ].flatMap(([kind, words]) => (having(kind) === 0 ? [] : [`${String(having(kind))} ${words}`]));
    const rest = reasons.length === 0 ? '' : ` (${reasons.join(', ')})`;
    return `${String(counting)} of ${(0,_format_js__WEBPACK_IMPORTED_MODULE_2__/* .plural */ .LS)(findings.length, 'finding')} ${counting === 1 ? 'counts' : 'count'}${rest}`;
}
function findingRow({ finding, platform, standing }, saysWhy) {
    const fixedIn = finding.fixedIn ?? ((0,_scan_fixable_js__WEBPACK_IMPORTED_MODULE_3__/* .fixOf */ .B)(finding) === 'yes' ? 'a later version' : '–');
    return [
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .escapeMarkdown */ .FV)((0,_findings_js__WEBPACK_IMPORTED_MODULE_0__/* .severityText */ .pA)(finding)),
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .link */ .nf)((0,_findings_js__WEBPACK_IMPORTED_MODULE_0__/* .shorten */ .ml)(finding.id), finding.uri),
        ...[finding.package, finding.installed, fixedIn].map((text) => (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .escapeMarkdown */ .FV)((0,_findings_js__WEBPACK_IMPORTED_MODULE_0__/* .shorten */ .ml)(text ?? '–'))),
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(platform),
        ...(saysWhy ? [(0,_findings_js__WEBPACK_IMPORTED_MODULE_0__/* .standingText */ .yd)(standing)] : []),
    ];
}
function whereAllAre(resultFile) {
    return resultFile === undefined
        ? 'the input `result-file` writes all of them'
        : `all of them are in ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(resultFile)}`;
}
/** How the image differs from its baseline, where the policy asks. */
function comparisonSection({ verdict }) {
    return verdict?.comparison === undefined
        ? []
        : ['### Against the baseline', ...comparisonText(verdict.comparison)];
}
function comparisonText(comparison) {
    switch (comparison.kind) {
        case 'absent':
            return ['None of the names to compare with names an image yet, so that every finding is new.'];
        case 'unreadable':
            return [
                `The findings of ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(comparison.image.tag)} (${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(comparison.image.digest)}) cannot be read in full: ` +
                    `${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .escapeMarkdown */ .FV)(comparison.why)}. Every finding is new.`,
            ];
        case 'compared': {
            const { image, added, stayed, fixed, newPlatforms } = comparison;
            const fixedNames = fixed.length === 0 ? '' : `: ${(0,_findings_js__WEBPACK_IMPORTED_MODULE_0__/* .listed */ .KE)(fixed.map(_findings_js__WEBPACK_IMPORTED_MODULE_0__/* .nameFinding */ .jE), 10)}`;
            const without = newPlatforms.length === 0 ? '' : ` It does not have ${newPlatforms.map(_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY).join(', ')}.`;
            return [
                `Compared with ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(image.tag)} as it was before (${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(image.digest)}): ${String(added)} new, ` +
                    `${String(stayed)} as before, ${String(fixed.length)} fixed${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .escapeMarkdown */ .FV)(fixedNames)}.${without}`,
            ];
        }
    }
}
/** Every exception of the file and what became of it, with its reason. */
function exceptionSection({ verdict, exceptions }, bounds = summaryBounds) {
    if (exceptions?.kind === 'ignored')
        return [
            '### Exceptions',
            `The exceptions in ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(exceptions.path)} were not used, because ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .escapeMarkdown */ .FV)(exceptions.why)}.`,
        ];
    const uses = [...(verdict?.exceptions ?? [])].sort((a, b) => rank(a) - rank(b));
    if (exceptions?.kind !== 'read' || uses.length === 0)
        return [];
    const rows = uses.slice(0, bounds.rows).map((use) => exceptionRow(use, bounds.reason));
    const more = uses.length - rows.length;
    return [
        '### Exceptions',
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .table */ .tp)(['Finding', 'Package', 'Covers', 'Until', 'Reason', 'Approved by'], rows).join('\n'),
        ...(more > 0 ? [`and ${String(more)} more in ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(exceptions.path)}.`] : []),
    ];
}
/** What covers something is worth more of the table than what does not. */
function rank({ findings }) {
    return findings.length > 0 ? 0 : 1;
}
function exceptionRow({ exception, state, findings }, most) {
    const remarks = { applied: '', ending: ' (soon)', expired: ' (expired)', unused: '', unknown: '' };
    return [
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .escapeMarkdown */ .FV)((0,_findings_js__WEBPACK_IMPORTED_MODULE_0__/* .shorten */ .ml)(exception.id)),
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .escapeMarkdown */ .FV)((0,_findings_js__WEBPACK_IMPORTED_MODULE_0__/* .shorten */ .ml)(exception.package ?? 'any')),
        findings.length === 0 ? 'nothing' : (0,_format_js__WEBPACK_IMPORTED_MODULE_2__/* .plural */ .LS)(findings.length, 'finding'),
        `${exception.expires}${remarks[state]}`,
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .escapeMarkdown */ .FV)((0,_findings_js__WEBPACK_IMPORTED_MODULE_0__/* .shorten */ .ml)(exception.reason, most)),
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .escapeMarkdown */ .FV)((0,_findings_js__WEBPACK_IMPORTED_MODULE_0__/* .shorten */ .ml)(exception.approvedBy ?? '–')),
    ];
}


/***/ }),

/***/ 6581:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ presentable)
/* harmony export */ });
/* unused harmony export presentableError */
/* harmony import */ var _types_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4218);

/**
 * A report as it may be shown and written: every text in it has gone through `fit`, whichever file, output or summary
 * it ends in and however that one quotes it. Left out is the event's payload, which none of them shows.
 */
function presentable(report, fit) {
    const { run, failure, ...rest } = report;
    const shown = textsOf({ ...rest, run: { ...run, event: { ...run.event, payload: undefined } } }, fit);
    return { ...shown, failure: failure && presentableError(failure, fit) };
}
/** An error as it may be shown. Its cause stays as it is: the log alone has it, and fits every line. */
function presentableError(error, fit) {
    const { code, what, next, details, cause } = error;
    return new _types_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ShipError */ .f({
        code,
        what: fit(what),
        next: fit(next),
        ...(details !== undefined && { details: fit(details) }),
        cause,
    });
}
/** A value of plain objects and lists whose texts have gone through `fit`; everything else stays as it is. */
function textsOf(value, fit) {
    const walk = (one) => {
        if (typeof one === 'string')
            return fit(one);
        if (Array.isArray(one))
            return one.map(walk);
        if (typeof one !== 'object' || one === null || Object.getPrototypeOf(one) !== Object.prototype)
            return one;
        return Object.fromEntries(Object.entries(one).map(([key, member]) => [key, walk(member)]));
    };
    return walk(value);
}


/***/ }),

/***/ 643:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ sarifOf),
/* harmony export */   C: () => (/* binding */ hasSarif)
/* harmony export */ });
/* harmony import */ var _types_severity_word_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8959);
/* harmony import */ var _findings_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9334);


/**
 * GitHub refuses a run with more than 25,000 results or rules, and keeps the worst 5,000; ours come worst first.
 * Source: GitHub docs, "SARIF results exceed one or more limits".
 */
const mostResults = 25_000;
/** GitHub shows at most so many characters of a description. Source: GitHub docs, "SARIF support for code scanning". */
const mostCharacters = 1024;
/**
 * Whether a run has a SARIF file: only with a full scan, for code scanning takes an alert that a file does not
 * repeat as fixed.
 */
function hasSarif(report) {
    return report.scan?.kind === 'complete' && report.verdict !== undefined && report.repository !== undefined;
}
/**
 * The findings of a full scan as SARIF 2.1.0: a rule for each vulnerability, a result for each package and platform.
 * Source: OASIS, Static Analysis Results Interchange Format 2.1.0.
 */
function sarifOf(report) {
    const repository = report.repository?.name ?? '';
    const findings = (report.verdict?.findings ?? []).slice(0, mostResults);
    const ids = [...new Set(findings.map(({ finding }) => finding.id))];
    const ruleIndex = new Map(ids.map((id, index) => [id, index]));
    // Findings come worst first, so that the first of an id is the worst of it.
    const worst = new Map();
    for (const { finding } of findings)
        if (!worst.has(finding.id))
            worst.set(finding.id, finding);
    const seen = new Map();
    const fingerprint = (one) => {
        const identity = [repository, one.platform, one.finding.id, one.finding.package ?? ''].join('\n');
        const occurrence = (seen.get(identity) ?? 0) + 1;
        seen.set(identity, occurrence);
        return `${hash(identity)}:${String(occurrence)}`;
    };
    return {
        $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
        version: '2.1.0',
        runs: [
            {
                tool: {
                    driver: { name: 'ecr-ship', fullName: driverName(report), rules: [...worst.values()].map(rule) },
                },
                // A category of its own for each image, so that several images of a repository stand side by side.
                automationDetails: { id: `ecr-ship/${repository}/` },
                columnKind: 'utf16CodeUnits',
                results: findings.map((one) => ({
                    ruleId: one.finding.id,
                    ruleIndex: ruleIndex.get(one.finding.id),
                    level: levels[one.finding.severity],
                    message: { text: messageOf(one, repository) },
                    locations: [location(one, report)],
                    partialFingerprints: { primaryLocationLineHash: fingerprint(one) },
                    ...(report.verdict?.comparison?.kind === 'compared' && {
                        baselineState: one.isNew ? 'new' : 'unchanged',
                    }),
                    ...suppression(one),
                })),
            },
        ],
    };
}
const levels = {
    critical: 'error',
    high: 'error',
    medium: 'warning',
    low: 'note',
    informational: 'note',
    undefined: 'warning',
};
/**
 * Between which scores GitHub speaks of a severity, and the score for a finding that has none in there: code scanning
 * then shows the severity by which the image was judged, which is the distribution's and not always CVSS's.
 */
const bands = {
    critical: [9, 10, 9.5],
    high: [7, 8.9, 8],
    medium: [4, 6.9, 5.5],
    low: [0.1, 3.9, 2],
};
function securitySeverity({ severity, score }) {
    const band = bands[severity];
    if (band === undefined)
        return {};
    const [least, most, middle] = band;
    const isInside = score !== undefined && score >= least && score <= most;
    return { 'security-severity': (isInside ? score : middle).toFixed(1) };
}
function rule(finding) {
    const { id, severity, description, uri } = finding;
    const text = description === undefined || description.trim() === '' ? id : description;
    return {
        id,
        shortDescription: { text: cut(id) },
        fullDescription: { text: cut(text) },
        help: { text: cut(uri === undefined ? text : `${text}\n\n${uri}`) },
        ...(uri !== undefined && isWebAddress(uri) && { helpUri: new URL(uri).href }),
        defaultConfiguration: { level: levels[severity] },
        properties: { ...securitySeverity(finding), tags: ['security', 'vulnerability', severity] },
    };
}
function messageOf({ finding, platform }, repository) {
    const installed = finding.installed === undefined ? '' : ` ${(0,_findings_js__WEBPACK_IMPORTED_MODULE_0__/* .shorten */ .ml)(finding.installed)}`;
    const what = finding.package === undefined ? 'The image' : `${(0,_findings_js__WEBPACK_IMPORTED_MODULE_0__/* .shorten */ .ml)(finding.package)}${installed}`;
    const fix = finding.fixedIn === undefined ? 'No fixed version is named' : `Fixed in ${(0,_findings_js__WEBPACK_IMPORTED_MODULE_0__/* .shorten */ .ml)(finding.fixedIn)}`;
    const word = (0,_types_severity_word_js__WEBPACK_IMPORTED_MODULE_1__/* .isForeign */ .jq)(finding) ? ` The scanner calls its severity ${finding.severityAsGiven ?? ''}.` : '';
    return `${what} in ${repository} (${platform}) has ${(0,_findings_js__WEBPACK_IMPORTED_MODULE_0__/* .shorten */ .ml)(finding.id)}. ${fix}.${word}`;
}
/** GitHub shows a result at a file of the repository: at the Dockerfile, for that is where it can be mended. */
function location({ finding, platform }, { repository, inputs }) {
    return {
        physicalLocation: {
            artifactLocation: {
                uri: (inputs === undefined ? 'Dockerfile' : dockerfilePath(inputs.build))
                    .split('/')
                    .map(encodeURIComponent)
                    .join('/'),
            },
            region: { startLine: 1 },
        },
        logicalLocations: [
            {
                name: finding.package ?? repository?.name ?? 'image',
                fullyQualifiedName: `${repository?.name ?? ''}:${platform}${finding.package === undefined ? '' : `:${finding.package}`}`,
                kind: 'module',
            },
        ],
    };
}
function dockerfilePath({ context, file }) {
    const isRemote = /^[\w+.-]+:\/\/|^[^/]+@[^/]+:/.test(context);
    const path = file ?? (isRemote ? 'Dockerfile' : `${context}/Dockerfile`);
    const parts = path.split(/[\\/]+/).filter((part) => part !== '.' && part !== '');
    // A path out of the checkout is none that code scanning could show.
    return path.startsWith('/') || parts.includes('..') ? 'Dockerfile' : parts.join('/');
}
function suppression({ standing }) {
    if (standing.kind !== 'excepted')
        return {};
    return {
        suppressions: [{ kind: 'external', status: 'accepted', justification: cut(standing.exception.reason) }],
    };
}
function driverName({ scan }) {
    const scanner = scan?.kind === 'complete' ? scan.platforms[0]?.scanner : undefined;
    return scanner === undefined ? 'ecr-ship' : `ecr-ship, Amazon ECR ${scanner} scanning`;
}
function isWebAddress(text) {
    return URL.canParse(text) && ['http:', 'https:'].includes(new URL(text).protocol);
}
function cut(text) {
    return (0,_findings_js__WEBPACK_IMPORTED_MODULE_0__/* .shorten */ .ml)(text, mostCharacters);
}
/** FNV-1a with 64 bits: short, the same in every run, and nobody's secret. */
function hash(text) {
    let state = 0xcbf29ce484222325n;
    for (const character of text)
        state = BigInt.asUintN(64, (state ^ BigInt(character.codePointAt(0) ?? 0)) * 0x100000001b3n);
    return state.toString(16).padStart(16, '0');
}


/***/ }),

/***/ 7994:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ namesCell),
/* harmony export */   Y: () => (/* binding */ summaryOf)
/* harmony export */ });
/* harmony import */ var _scan_counts_js__WEBPACK_IMPORTED_MODULE_10__ = __nccwpck_require__(2749);
/* harmony import */ var _types_digest_js__WEBPACK_IMPORTED_MODULE_8__ = __nccwpck_require__(6221);
/* harmony import */ var _types_scan_js__WEBPACK_IMPORTED_MODULE_9__ = __nccwpck_require__(2700);
/* harmony import */ var _format_js__WEBPACK_IMPORTED_MODULE_7__ = __nccwpck_require__(2011);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(4285);
/* harmony import */ var _outcome_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5066);
/* harmony import */ var _outputs_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(5468);
/* harmony import */ var _plan_lines_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(1061);
/* harmony import */ var _policy_error_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(7057);
/* harmony import */ var _unwritten_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(3896);
/* harmony import */ var _policy_section_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(5936);











/** The job summary of a run, also of a failed one, as Markdown. */
function summaryOf(report) {
    return [
        `## ${headline(report)}`,
        ...opening(report),
        ...voiceSection(report),
        ...planSection(report),
        ...imageSection(report),
        ...platformSection(report),
        ...(0,_policy_section_js__WEBPACK_IMPORTED_MODULE_5__/* .comparisonSection */ .vU)(report),
        ...(0,_policy_section_js__WEBPACK_IMPORTED_MODULE_5__/* .findingSection */ .B)(report),
        ...(0,_policy_section_js__WEBPACK_IMPORTED_MODULE_5__/* .exceptionSection */ .$X)(report),
        ...timingSection(report),
    ].join('\n\n');
}
function headline(report) {
    const name = (0,_markdown_js__WEBPACK_IMPORTED_MODULE_6__/* .escapeMarkdown */ .FV)(report.inputs?.repository ?? 'ecr-ship');
    return `${sign(report)} ${name}: ${(0,_outcome_js__WEBPACK_IMPORTED_MODULE_0__/* .outcomeWords */ .w)(report)}`;
}
function sign({ verdict, failure, inputs }) {
    if (failure !== undefined)
        return '❌';
    if (inputs?.mode === 'plan')
        return '📋';
    return verdict === undefined || verdict.outcome === 'passed' ? '✅' : '⚠️';
}
function opening({ verdict, failure, names, unwritten }) {
    const warned = verdict?.outcome === 'not-scanned' ? [`**Not scanned:** ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_6__/* .escapeMarkdown */ .FV)(verdict.why)}.`] : [];
    if (failure === undefined)
        return warned;
    const lost = failure.code === 'file-failed' ? [] : unwritten.map((file) => (0,_markdown_js__WEBPACK_IMPORTED_MODULE_6__/* .escapeMarkdown */ .FV)((0,_unwritten_js__WEBPACK_IMPORTED_MODULE_4__/* .describeUnwritten */ .W)(file)));
    if (failure.code === 'policy-failed' && verdict?.outcome === 'failed') {
        return [
            verdict.breaches.map((breach) => `- ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_6__/* .escapeMarkdown */ .FV)((0,_policy_error_js__WEBPACK_IMPORTED_MODULE_3__/* .describeBreach */ .D)(breach))}`).join('\n'),
            `No name was set or moved. ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_6__/* .escapeMarkdown */ .FV)(failure.next)}`,
            ...lost,
        ];
    }
    const isSet = names.filter((name) => name.outcome === 'set');
    const done = isSet.length === 0
        ? []
        : [`${isSet.length === names.length ? 'All' : 'Some'} names were set before it failed, see below.`];
    return [`**${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_6__/* .escapeMarkdown */ .FV)(failure.what)}**`, [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_6__/* .escapeMarkdown */ .FV)(failure.next), ...done].join(' '), ...lost];
}
/** Which ref the run speaks for: in `mode: plan` always, elsewhere where it is less than the event is about. */
function voiceSection({ inputs, plan }) {
    const source = plan?.source;
    if (source === undefined || (inputs?.mode !== 'plan' && source.doubt === undefined))
        return [];
    const doubt = source.doubt === undefined ? '' : ` ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_6__/* .escapeMarkdown */ .FV)(source.doubt.what)}`;
    return [`**Speaks for** ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_6__/* .escapeMarkdown */ .FV)(source.says)}.${doubt}`];
}
/** In `mode: plan` the rules are what was asked for; and where they gave no name they are what to look at. */
function planSection({ inputs, plan, decision }) {
    const reused = decision?.kind === 'reuse'
        ? [`Nothing was built: the repository has an image that ${(0,_plan_lines_js__WEBPACK_IMPORTED_MODULE_2__/* .reasonForReuse */ .QN)(decision)}.`]
        : [];
    if (inputs?.mode !== 'plan' || plan === undefined)
        return reused;
    const rows = plan.rules.map(({ rule, tag, why }) => [
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_6__/* .code */ .aY)(rule),
        tag === undefined ? '–' : (0,_markdown_js__WEBPACK_IMPORTED_MODULE_6__/* .code */ .aY)(tag),
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_6__/* .escapeMarkdown */ .FV)(why),
    ]);
    return [
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_6__/* .table */ .tp)(['Rule', 'Name', 'Why'], rows).join('\n'),
        '<details><summary>Labels</summary>',
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_6__/* .shellBlock */ .OV)(plan.labels),
        '</details>',
    ];
}
function imageSection(report) {
    const { image, repository } = report;
    if (image === undefined || repository === undefined)
        return [];
    const names = (0,_outputs_js__WEBPACK_IMPORTED_MODULE_1__/* .setNames */ .j3)(report);
    const commit = report.plan?.source.commit;
    const reference = names[0] === undefined ? `${repository.uri}@${image.digest}` : `${repository.uri}:${names[0]}`;
    const rows = [
        ['Names', namesCell(report)],
        ['Size', `${(0,_format_js__WEBPACK_IMPORTED_MODULE_7__/* .formatBytes */ .z3)(image.size)} compressed, ${(0,_format_js__WEBPACK_IMPORTED_MODULE_7__/* .plural */ .LS)(image.platforms.length, 'platform')}`],
        ['Media type', (0,_markdown_js__WEBPACK_IMPORTED_MODULE_6__/* .code */ .aY)(image.manifest.mediaType)],
        ['Pushed', (0,_format_js__WEBPACK_IMPORTED_MODULE_7__/* .formatTime */ .fU)(image.pushedAt)],
        ...(commit === undefined ? [] : [['Commit', (0,_markdown_js__WEBPACK_IMPORTED_MODULE_6__/* .code */ .aY)(commit)]]),
    ];
    const pull = report.candidateRemoved
        ? ['The candidate was removed from the repository, because it had no name.']
        : [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_6__/* .shellBlock */ .OV)([`docker pull ${reference}`])];
    const header = ['Image', (0,_markdown_js__WEBPACK_IMPORTED_MODULE_6__/* .code */ .aY)(`${repository.uri}@${image.digest}`)];
    return [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_6__/* .table */ .tp)(header, rows).join('\n'), ...pull];
}
/** The names and what became of each, for a table's cell. */
function namesCell({ names }) {
    if (names.length === 0)
        return 'none';
    const remarks = {
        set: '',
        unchanged: ' (was there already)',
        'kept-back': ' (not moved)',
        overtaken: ' (another run set it)',
        failed: ' (failed)',
        unknown: ' (not known whether it was set)',
        'not-tried': ' (not set)',
    };
    return names
        .map(({ tag, outcome, detail }) => outcome === 'kept-back' && detail !== undefined
        ? `${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_6__/* .code */ .aY)(tag)} (not moved: ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_6__/* .escapeMarkdown */ .FV)(detail)})`
        : `${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_6__/* .code */ .aY)(tag)}${remarks[outcome]}`)
        .join(', ');
}
function platformSection({ image, scan }) {
    if (image === undefined)
        return [];
    const scans = scan === undefined || scan.kind === 'off' ? [] : scan.platforms;
    const rows = image.platforms.map(({ platform, digest, size }) => {
        const found = scans.find((candidate) => candidate.digest === digest);
        return [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_6__/* .code */ .aY)(platform), (0,_format_js__WEBPACK_IMPORTED_MODULE_7__/* .formatBytes */ .z3)(size), ...scanCells(found), (0,_markdown_js__WEBPACK_IMPORTED_MODULE_6__/* .code */ .aY)(`${(0,_types_digest_js__WEBPACK_IMPORTED_MODULE_8__/* .shortDigest */ .V)(digest)}…`)];
    });
    const header = ['Platform', 'Size', ..._types_scan_js__WEBPACK_IMPORTED_MODULE_9__/* .severities */ .gO.map(capital), 'Digest'];
    return ['### Platforms', (0,_markdown_js__WEBPACK_IMPORTED_MODULE_6__/* .table */ .tp)(header, rows, [1, 2, 3, 4, 5, 6, 7]).join('\n'), ...incompleteNotes(scans)];
}
function scanCells(scan) {
    if (scan?.outcome !== 'complete')
        return _types_scan_js__WEBPACK_IMPORTED_MODULE_9__/* .severities */ .gO.map(() => '–');
    const counts = (0,_scan_counts_js__WEBPACK_IMPORTED_MODULE_10__/* .countFindings */ .Gt)(scan.findings);
    return _types_scan_js__WEBPACK_IMPORTED_MODULE_9__/* .severities */ .gO.map((severity) => (counts[severity] === 0 ? '0' : `**${String(counts[severity])}**`));
}
function incompleteNotes(scans) {
    return scans.flatMap((scan) => scan.outcome === 'incomplete'
        ? [`No full scan of ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_6__/* .code */ .aY)(scan.platform)}: ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_6__/* .escapeMarkdown */ .FV)(scan.detail)}.`]
        : []);
}
function timingSection({ timings, commands, startedAt, finishedAt }) {
    const rows = timings.map(({ phase, ms }) => [phase, (0,_format_js__WEBPACK_IMPORTED_MODULE_7__/* .formatDuration */ .a3)(ms)]);
    const total = ['**total**', `**${(0,_format_js__WEBPACK_IMPORTED_MODULE_7__/* .formatDuration */ .a3)(finishedAt - startedAt)}**`];
    const shown = commands.length === 0 ? [] : [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_6__/* .shellBlock */ .OV)(commands)];
    return [
        '<details><summary>Timings and commands</summary>',
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_6__/* .table */ .tp)(['Phase', 'Time'], [...rows, total], [1]).join('\n'),
        ...shown,
        '</details>',
    ];
}
function capital(text) {
    return text.charAt(0).toUpperCase() + text.slice(1);
}


/***/ }),

/***/ 3896:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ unwrittenError),
/* harmony export */   W: () => (/* binding */ describeUnwritten)
/* harmony export */ });
/* harmony import */ var _types_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4218);
/* harmony import */ var _types_text_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(9786);


/** The error for files that cannot be written, all of them in one. */
function unwrittenError(files) {
    const inputs = files.map(({ input }) => input);
    return new _types_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ShipError */ .f({
        code: 'file-failed',
        what: files.map(describeUnwritten).join(' '),
        next: `Give the input${inputs.length === 1 ? '' : 's'} ${inputs.join(' and ')} a path inside the workspace or ` +
            'RUNNER_TEMP that can be written: a regular file, with no link that leads out.',
    });
}
/** One file that cannot be written, as a sentence. */
function describeUnwritten({ input, path, why }) {
    return `The ${input.replace('-', ' ')} ${(0,_types_text_js__WEBPACK_IMPORTED_MODULE_1__/* .clause */ .sb)(path)} cannot be written (${why}).`;
}


/***/ }),

/***/ 8193:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ isWritten)
/* harmony export */ });
/* harmony import */ var _sarif_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(643);

/** Whether a file, if it was asked for, is there when the run is over. */
function isWritten(input, report) {
    const failed = report.unwritten.some((file) => file.input === input);
    return !failed && (input !== 'sarif-file' || (0,_sarif_js__WEBPACK_IMPORTED_MODULE_0__/* .hasSarif */ .C)(report));
}


/***/ }),

/***/ 8733:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ adviceFor)
/* harmony export */ });
/** What a person can do about a scan that gave no full answer, as whole sentences. */
function adviceFor(reason) {
    switch (reason) {
        case 'unsupported':
            return 'Build on a base image whose operating system the scanner knows; an image from scratch has none.';
        case 'failed':
            return 'Build the image again; the same image can be scanned again 24 hours after its last scan.';
        case 'timed-out':
            return 'Raise the input scan-timeout; if no scan begins at all, look at the scanning configuration of the registry.';
        case 'not-started':
            return "Add the repository to the filters of the registry's scanning configuration.";
        case 'expired':
            return 'Push the image again, or lengthen the re-scan duration in the settings of Amazon Inspector.';
        case 'limited':
            return "Wait until the quota is free again (basic scanning: 24 hours), or have the account's quota raised.";
        case 'archived':
            return 'Restore the image from the archive, or push it again.';
        case 'unavailable':
            return 'Run the job again; if it stays, look at the image in the console of Amazon ECR or Amazon Inspector.';
        case 'unknown-status':
            return 'Update this action; if there is no newer version, please open an issue with this log.';
    }
}


/***/ }),

/***/ 2749:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Gt: () => (/* binding */ countFindings),
/* harmony export */   md: () => (/* binding */ worstFirst),
/* harmony export */   yI: () => (/* binding */ countPlatforms)
/* harmony export */ });
/* harmony import */ var _types_scan_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2700);

/** Findings by severity; every severity is there, also with none. */
function countFindings(findings) {
    const counts = Object.fromEntries(_types_scan_js__WEBPACK_IMPORTED_MODULE_0__/* .severities */ .gO.map((severity) => [severity, 0]));
    for (const finding of findings)
        counts[finding.severity] += 1;
    return counts;
}
/** The sum over platforms: a package that is in two platforms is two findings, as ECR counts them. */
function countPlatforms(platforms) {
    const complete = platforms.filter((platform) => platform.outcome === 'complete');
    if (complete.length === 0)
        return undefined;
    return countFindings(complete.flatMap((platform) => platform.findings));
}
/** The worst first; within a severity those with a higher score, then by identifier and package. */
function worstFirst(a, b) {
    return (_types_scan_js__WEBPACK_IMPORTED_MODULE_0__/* .severities */ .gO.indexOf(a.severity) - _types_scan_js__WEBPACK_IMPORTED_MODULE_0__/* .severities */ .gO.indexOf(b.severity) ||
        (b.score ?? 0) - (a.score ?? 0) ||
        a.id.localeCompare(b.id, 'en') ||
        (a.package ?? '').localeCompare(b.package ?? '', 'en'));
}


/***/ }),

/***/ 3526:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ fixOf)
/* harmony export */ });
/**
 * Whether a finding can be fixed by an update. `unknown` is what basic scanning mostly leaves us with: it names a
 * fixed version at best, and its silence does not mean that there is none.
 */
function fixOf(finding) {
    // A version to update to is a fix, whatever else is said.
    if (finding.fixedIn !== undefined || finding.fix === 'yes' || finding.fix === 'partial')
        return 'yes';
    return finding.fix === 'no' ? 'no' : 'unknown';
}


/***/ }),

/***/ 9291:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  d: () => (/* binding */ ship)
});

// EXTERNAL MODULE: ./src/types/text.ts
var types_text = __nccwpck_require__(9786);
// EXTERNAL MODULE: ./src/build/command.ts
var command = __nccwpck_require__(989);
// EXTERNAL MODULE: ./src/build/display.ts
var display = __nccwpck_require__(4286);
// EXTERNAL MODULE: ./src/types/digest.ts
var types_digest = __nccwpck_require__(6221);
// EXTERNAL MODULE: ./src/types/errors.ts
var errors = __nccwpck_require__(4218);
// EXTERNAL MODULE: ./src/types/iam.ts
var iam = __nccwpck_require__(8036);
;// CONCATENATED MODULE: ./src/build/result.ts




/**
 * The digest that buildx says it pushed, from its metadata file.
 * Source: docker/buildx, `containerimage.digest` in the build result metadata.
 */
function digestFromMetadata(text) {
    const digest = (0,types_digest/* parseDigest */.m)(digestField(text));
    if (digest === undefined)
        throw noDigest('buildx wrote no digest into its metadata file');
    return digest;
}
function digestField(text) {
    try {
        const parsed = JSON.parse(text);
        const field = parsed?.['containerimage.digest'];
        return typeof field === 'string' ? field : '';
    }
    catch {
        return '';
    }
}
/** The digest that `docker push` says it pushed, from its last line (`name: digest: sha256:... size: 528`). */
function digestFromPush(stdout) {
    const digest = (0,types_digest/* parseDigest */.m)(/\bdigest: (sha256:[0-9a-f]{64})\b/.exec(stdout)?.[1] ?? '');
    if (digest === undefined)
        throw noDigest('docker push printed no digest');
    return digest;
}
function noDigest(what) {
    return new errors/* ShipError */.f({
        code: 'push-failed',
        what: `The image was built, but ${what}, so it cannot be told which image was pushed.`,
        next: 'Update Docker and buildx on the runner.',
    });
}
/** The engine's and BuildKit's words when a registry refused the push, as against a Dockerfile that fails. */
const pushFailure = /failed to push|error pushing|denied:|unauthorized:|toomanyrequests|no basic auth credentials/i;
/** The same words about a base image: a build pulls as well, and BuildKit says what it could not solve. */
const pullFailure = /pull access denied|pull rate limit|failed to resolve source metadata/i;
const unsolved = /failed to solve: (?!failed to push)/i;
/** The one error for a docker command that failed while building or pushing. */
function dockerFailed(step, exitCode, output, repository) {
    const reason = lastError(output);
    const pulling = pullFailure.test(reason) || unsolved.test(reason);
    if (step === 'build' && (pulling || !pushFailure.test(reason))) {
        return new errors/* ShipError */.f({
            code: 'build-failed',
            what: `The build failed (docker ended with exit code ${String(exitCode)}): ${reason}.`,
            next: pullFailure.test(reason)
                ? 'Correct the base image in the Dockerfile, or log in to its registry before this step.'
                : 'The log above shows the step that failed; correct the Dockerfile or its context.',
        });
    }
    const denial = (0,iam/* parseDenial */.Pu)(output);
    if (denial !== undefined) {
        return (0,iam/* deniedError */.gF)(denial.action, denial.principal, denial.resource ?? repository?.arn ?? '*', reason);
    }
    const forbidden = repository === undefined ? undefined : forbiddenActions(reason, repository);
    return new errors/* ShipError */.f({
        code: 'push-failed',
        what: `The push failed (docker ended with exit code ${String(exitCode)}): ${reason}.`,
        next: forbidden === undefined
            ? pushAdvice(reason)
            : `The registry answers so when ${forbidden.join(' or ')} is not granted on the repository.`,
        ...(forbidden !== undefined &&
            repository !== undefined && { details: (0,iam/* grantText */.un)(forbidden, repository.arn) }),
    });
}
/** What is most likely missing where BuildKit shows a refused request of our repository without the registry's words. */
function forbiddenActions(reason, repository) {
    const match = /from ([A-Z]+) request to (https?:\/\/\S+): 403\b/.exec(reason);
    const [, method, address] = match ?? [];
    if (method === undefined || address === undefined || !URL.canParse(address))
        return undefined;
    const path = new URL(address).pathname;
    return path.startsWith(`/v2/${repository.name}/`) ? (0,iam/* actionsOfRequest */.kc)(method, path) : undefined;
}
function pushAdvice(reason) {
    if (/does not exist in the registry/.test(reason))
        return 'Create the repository, or correct the input repository.';
    return 'Run the job again; if it fails again, look at the connection between the runner and the registry.';
}
/** The line that says why: the last one that calls itself an error, else the last one, without decoration. */
function lastError(output) {
    const lines = output
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '');
    const line = lines.findLast((candidate) => /^(?:error|denied|failed)\b/i.test(candidate)) ?? lines.at(-1);
    return (0,types_text/* clause */.sb)((line ?? 'it said nothing').replace(/^error:\s*/i, ''));
}

;// CONCATENATED MODULE: ./src/build/candidate.ts




/**
 * Builds the image and pushes it without a name that a person would pull.
 * Whoever calls this has saved before what has to be removed afterwards.
 * Throws `build-failed` or `push-failed`.
 */
async function buildCandidate(plan, builder, repository, env, { docker, log }) {
    const byTag = builder.push === 'by-tag';
    const goal = { kind: 'push', uri: repository.uri, candidateTag: plan.candidateTag };
    return docker.withOutputFile(async (metadataFile, readMetadata) => {
        const commands = (0,command/* buildCommands */.D)(plan, builder, goal, metadataFile);
        const title = byTag ? 'Build' : 'Build and push';
        await runDocker({ step: 'build', title, args: commands.build, env, repository }, { docker, log });
        const pushed = commands.push === undefined
            ? undefined
            : await runDocker({ step: 'push', title: 'Push', args: commands.push, env, repository }, { docker, log });
        const digest = pushed === undefined ? digestFromMetadata(await readMetadata()) : digestFromPush(pushed.stdout);
        const platform = plan.inputs.build.platforms[0] ?? builder.nativePlatform;
        return { digest, tag: byTag ? plan.candidateTag : undefined, platform };
    });
}
/** Builds the image and pushes nothing. Throws `build-failed`. */
async function buildOnly(plan, builder, { docker, log }) {
    await docker.withOutputFile(async (metadataFile) => {
        const { build } = (0,command/* buildCommands */.D)(plan, builder, { kind: 'local' }, metadataFile);
        const job = { step: 'build', title: 'Build', args: build, env: {}, repository: undefined };
        await runDocker(job, { docker, log });
    });
}
/** Removes the candidate's tag from the engine of this machine, where it would be left for ever. Never fails. */
async function forgetLocalCandidate(repository, tag, { docker, log }) {
    // Layers stay: the next build finds them in the cache.
    const removing = docker.run(['image', 'rm', '--no-prune', `${repository.uri}:${tag}`], { show: false });
    const { exitCode, stderr } = await removing.catch((error) => ({
        exitCode: 1,
        stderr: (0,types_text/* messageOf */.bD)(error),
    }));
    if (exitCode !== 0)
        log.debug(`The engine kept the candidate's tag: ${(0,types_text/* clause */.sb)(stderr)}.`);
}
async function runDocker({ step, title, args, env, repository }, { docker, log }) {
    return log.group(title, async () => {
        log.info(`$ ${(0,display/* displayCommand */.k)(args)}`);
        const result = await docker.run(args, { env, show: true });
        if (result.exitCode !== 0) {
            throw dockerFailed(step, result.exitCode, `${result.stdout}\n${result.stderr}`, repository);
        }
        return result;
    });
}

// EXTERNAL MODULE: ./src/types/tally.ts
var tally = __nccwpck_require__(215);
;// CONCATENATED MODULE: ./src/scan/dead-ends.ts
/**
 * Statuses that never lead to findings, in our words: AWS describes SCAN_ELIGIBILITY_EXPIRED only.
 * Source: the ScanStatus enum of client-ecr.
 */
const deadEnds = {
    FAILED: { reason: 'failed', detail: 'the scan failed' },
    UNSUPPORTED_IMAGE: {
        reason: 'unsupported',
        detail: 'the scanner does not support this image (no operating system that it knows)',
    },
    SCAN_ELIGIBILITY_EXPIRED: {
        reason: 'expired',
        detail: 'the image is older than the period in which the scanner looks at images',
    },
    FINDINGS_UNAVAILABLE: { reason: 'unavailable', detail: 'the scanner has no findings to give' },
    LIMIT_EXCEEDED: { reason: 'limited', detail: 'a limit on scans was exceeded' },
    IMAGE_ARCHIVED: {
        reason: 'archived',
        detail: 'the image is archived, and archived images are not scanned',
    },
};
/** Why a status never leads to findings, with ECR's own words; undefined where it may. */
function deadEnd(status, said) {
    const found = Object.hasOwn(deadEnds, status) ? deadEnds[status] : undefined;
    if (found === undefined)
        return undefined;
    const words = said === undefined ? '' : `: ${said}`;
    // What basic scanning answers for an image whose operating system it does not know is a failure that says so.
    const reason = /UnsupportedImageError/.test(said ?? '') ? 'unsupported' : found.reason;
    return { reason, detail: `${found.detail} (${status}${words})` };
}

;// CONCATENATED MODULE: ./src/scan/disagreement.ts
/** So many severities are named; there are six, and whatever words a scanner may have besides. */
const named = 8;
/**
 * Where ECR's counts and the findings that it lists differ, for people: `1 CRITICAL counted, 0 listed; 0 LOW counted,
 * 1 listed`. Undefined where they agree, severity by severity. Whether the counts include what Amazon Inspector has set
 * aside nobody has said, so that these may be in them or not.
 */
function disagreement(counts, listed, setAside) {
    const differing = [...new Set([...counts.keys(), ...listed.keys()])].filter((key) => {
        const counted = counts.get(key) ?? 0;
        const most = listed.get(key) ?? 0;
        return counted > most || counted < most - (setAside.get(key) ?? 0);
    });
    if (differing.length === 0)
        return undefined;
    const texts = differing
        .slice(0, named)
        .map((key) => `${String(counts.get(key) ?? 0)} ${key} counted, ${String(listed.get(key) ?? 0)} listed`);
    return [...texts, ...(differing.length > named ? ['and others'] : [])].join('; ');
}

;// CONCATENATED MODULE: ./src/scan/schedule.ts




/**
 * Decides from one answer what to wait for, whether the findings are really there, or whether they never will be.
 * A status alone proves nothing: findings are there when the scan has a time of completion, a list and, where that list
 * is not empty, ECR's own counts to hold it against. docs/scanning.md has the table, "What is believed".
 */
function nextStep(answer) {
    if (answer.kind === 'no-scan')
        return { kind: 'wait', awaiting: 'the scan to begin' };
    if (answer.kind === 'busy')
        return { kind: 'wait', awaiting: `the API to answer (${(0,types_text/* clause */.sb)(answer.detail)})` };
    if (answer.kind === 'contradiction')
        return { kind: 'give-up', reason: 'unavailable', detail: answer.detail };
    const { page } = answer;
    const end = deadEnd(page.status, page.detail);
    if (end !== undefined)
        return { kind: 'give-up', ...end };
    switch (page.status) {
        case 'PENDING':
            return { kind: 'wait', awaiting: 'the scan to leave the queue' };
        case 'IN_PROGRESS':
            return { kind: 'wait', awaiting: 'the scan to end' };
        case 'COMPLETE':
        case 'ACTIVE':
            return whenFinished(page);
        default:
            return {
                kind: 'give-up',
                reason: 'unknown-status',
                detail: `ECR answered with a status that this version does not know: ${page.status}`,
            };
    }
}
function whenFinished(page) {
    const { completedAt, counts, listed, setAside } = page;
    if (completedAt === undefined)
        return { kind: 'wait', awaiting: 'the findings' };
    if (!page.hasList)
        return { kind: 'wait', awaiting: 'a list of findings, which the answer lacks' };
    const received = (0,tally/* total */.X5)(listed);
    if (received > 0 && counts === undefined)
        return { kind: 'wait', awaiting: "ECR's counts of the findings that it lists" };
    if (received === 0 && counts !== undefined && (0,tally/* total */.X5)(counts) > 0)
        return { kind: 'wait', awaiting: countedFindings(disagreement(counts, listed, setAside) ?? '') };
    return { kind: 'read', page, completedAt };
}
/** What is awaited where counts and list differ. */
function countedFindings(difference) {
    return `the findings that ECR counts (${difference})`;
}
/**
 * How long to wait before the next poll: about a second within the first minute, so that the verdict comes
 * within two seconds of the scan's end, and then a twentieth of the time waited so far, at most fifteen seconds.
 */
function pollDelayMs(waitedMs) {
    if (waitedMs < 60_000)
        return Math.min(1500, 500 + waitedMs / 20);
    return Math.min(15_000, waitedMs / 20);
}

;// CONCATENATED MODULE: ./src/scan/settle.ts

/** Holds a page against the last one that was seen: what is the same keeps its time, what has changed begins anew. */
function sight(page, before, now) {
    const { counts, listed } = page;
    const hasMore = page.nextToken !== undefined;
    const isSame = before !== undefined &&
        before.hasMore === hasMore &&
        (before.counts === undefined) === (counts === undefined) &&
        (0,tally/* isSameTally */.Nr)(before.counts ?? nothing, counts ?? nothing) &&
        (0,tally/* isSameTally */.Nr)(before.listed, listed);
    return { counts, listed, hasMore, since: isSame ? before.since : now };
}
const nothing = new Map();
/**
 * A scan that ended longer ago has given what it gives, whatever the clocks of runner and registry say: AWS refuses
 * requests whose time is 15 minutes off. Source: observed, "Signature not yet current: ... is still later than ... (... + 15 min.)".
 */
const settledAfterMs = 30 * 60_000;
/**
 * How long a finished scan has to look the same before it is believed, in milliseconds.
 * - Basic scanning shows status and findings together: findings are believed at once. An empty answer is asked for once
 *   more, because the price of a second is small and that of a wrong "clean" is not.
 * - Enhanced scanning takes its findings from Amazon Inspector, which can come after the status and one after another.
 *   Findings have to be the same twice, an empty answer has to stay empty.
 * - An empty list without any counts is what enhanced scanning answers for a clean image, and, word for word, before its
 *   findings are attached, which took some 22 s in one recording: it has to stay for a minute.
 * Source: aws/aws-sdk#289 (COMPLETE with no findings while they are still coming); recorded answers in
 * IamRitz/secure-software-delivery, security/scripts/__fixtures__.
 * @param ageMs how long ago the scan ended
 */
function settlingMs({ listed, counts }, scanner, ageMs) {
    if (ageMs > settledAfterMs)
        return 0;
    const isEmpty = (0,tally/* total */.X5)(listed) === 0;
    if (scanner === 'basic')
        return isEmpty ? 1000 : 0;
    if (!isEmpty)
        return 1500;
    return counts === undefined ? 60_000 : 10_000;
}
/** What is waited for while a scan settles. */
function settlingFor({ listed }) {
    return (0,tally/* total */.X5)(listed) > 0
        ? 'the findings to stay the same'
        : 'findings that may come late, as the scan ended without any';
}
/**
 * When to look again while a scan settles: at its end, so that a short settling costs one read, or every two seconds, and
 * less often while the end is far.
 */
function settlingPollMs(settlesInMs) {
    return Math.min(settlesInMs, Math.max(2000, settlesInMs / 12));
}

;// CONCATENATED MODULE: ./src/scan/freshness.ts
const dayMs = 24 * 3600_000;
/**
 * Whether basic findings are so old that ECR would scan the image again: vulnerabilities that have become known since
 * are not in them. ECR takes one scan of an image in 24 hours, so that younger ones are the newest there can be.
 * Source: ECR API reference, StartImageScan.
 */
function isOutdated(completedAt, now) {
    return now - completedAt > dayMs;
}
/**
 * Whether a scan is said to have ended at a time that has not come: no clock explains that, for AWS refuses the requests
 * of a runner whose clock is 15 minutes off. Source: observed, see `settledAfterMs`.
 */
function isFromTheFuture(completedAt, now) {
    return completedAt > now + 15 * 60_000;
}
/**
 * Whether a result is from before the scan that was asked for at that moment, and so not its result. ECR takes a new scan
 * only when the last one is a day old, so that half a day tells them apart whatever the clocks say.
 */
function isFromBefore(completedAt, askedAt) {
    return completedAt < askedAt - dayMs / 2;
}

// EXTERNAL MODULE: ./src/types/scan.ts
var scan = __nccwpck_require__(2700);
;// CONCATENATED MODULE: ./src/publish/read-findings.ts



/** A poll asks for so few, because several platforms are polled at once and an enhanced finding is large. */
const pollPage = { size: 100 };
/** Half of what ECR gives at once: a page of enhanced findings is megabytes, and memory stays flat. */
const wholePage = { size: 500 };
/** Pages may hold less than was asked for, but that many cannot be of one image. */
const mostPages = 1000;
/**
 * The findings of a finished scan: those of the poll, if it shows all of them, else page by page from the beginning,
 * until the deadline. They are whole where ECR counts as many of every severity as it lists. The counts are those of the
 * image, whichever page they come with.
 * Source: ECR API reference, ImageScanFindings; botocore takes them from the first page alone.
 */
async function readFindings(image, poll, { clock, registry }) {
    if (poll.nextToken === undefined)
        return compared(poll, poll);
    const findings = [];
    let listed = new Map();
    let setAside = new Map();
    const seen = new Set();
    let request = wholePage;
    for (;;) {
        if (clock.now() >= image.deadline)
            return { kind: 'out-of-time' };
        const answer = await registry.readScan(image.repository, image.digest, request);
        if (answer.kind === 'contradiction')
            return { kind: 'unbelievable', why: answer.detail };
        if (answer.kind !== 'status' || !isOfSameScan(answer.page, poll, seen.size === 0))
            return { kind: 'changed' };
        const { page } = answer;
        for (const finding of page.findings)
            findings.push(finding);
        listed = (0,tally/* sumOf */.XN)(listed, page.listed);
        setAside = (0,tally/* sumOf */.XN)(setAside, page.setAside);
        if (findings.length > scan/* mostFindings */.Yb)
            return tooMany;
        const token = page.nextToken;
        if (token === undefined)
            return compared(poll, { listed, setAside, findings });
        if (seen.has(token))
            return {
                kind: 'unbelievable',
                why: 'ECR leads from one page of findings to the same page for ever',
            };
        seen.add(token);
        if (seen.size >= mostPages)
            return tooMany;
        request = { ...wholePage, token };
    }
}
const tooMany = {
    kind: 'unbelievable',
    why: `ECR lists more than ${String(scan/* mostFindings */.Yb)} findings or ${String(mostPages)} pages of them`,
};
/** Later pages may leave the counts out; what is counted otherwise is another state of the scan. */
function isOfSameScan(page, poll, isFirst) {
    if (page.status !== poll.status || !page.hasList)
        return false;
    if (page.counts === undefined || poll.counts === undefined)
        return page.counts === poll.counts || !isFirst;
    return (0,tally/* isSameTally */.Nr)(page.counts, poll.counts);
}
function compared({ counts }, { listed, setAside, findings }) {
    if (findings.length > scan/* mostFindings */.Yb)
        return tooMany;
    // A clean image of an enhanced registry has no counts; whoever asks has waited for them.
    const difference = counts === undefined && (0,tally/* total */.X5)(listed) === 0
        ? undefined
        : disagreement(counts ?? new Map(), listed, setAside);
    return difference === undefined ? { kind: 'whole', findings } : { kind: 'differs', difference };
}

;// CONCATENATED MODULE: ./src/publish/follow-scan.ts





/** A scan on push that has not begun by now will not begin: ECR does not start one for every child of an index. */
const beginsWithinMs = 15_000;
/**
 * Remembers what the answers so far have shown of one scan: which scanner it is, whether a scan was asked for, since
 * when the result is the same. Asks for a scan where that is due and reads the findings of a result that is believed.
 */
function followScan(job, { clock, log, registry }) {
    const { platform, settings, deadline } = job;
    const { repository } = job;
    const startedAt = clock.now();
    let scanner = settings.scanner;
    let asked;
    let refusal;
    let sighting;
    let trouble;
    const say = (text) => {
        log.info(`${platform.platform}: ${text}`);
    };
    /** What the answers show is more than what the configuration said; enhanced scanning, which has to settle longer, stays. */
    const learn = (kind) => {
        if (kind === 'unknown' || kind === scanner || scanner === 'enhanced')
            return;
        scanner = kind;
        say(`the registry answers as ${kind} scanning does.`);
    };
    /** Asks for a scan; gives the end, if it was refused for good, and whether to ask again otherwise. */
    const ask = async () => {
        const start = await registry.startScan(repository, platform.digest);
        if (start.kind === 'refused')
            return incomplete(platform, start.reason, start.detail);
        if (start.kind === 'not-now') {
            refusal = start.detail;
            return 'not-now';
        }
        asked = { kind: start.kind, at: clock.now() };
        refusal = undefined;
        say(startLines[start.kind]);
        // Only basic scanning can be asked.
        learn(start.kind === 'starts-by-itself' ? 'enhanced' : 'basic');
        return start.kind === 'starts-by-itself' && settings.frequency === 'manual'
            ? notCovered(platform)
            : 'answered';
    };
    const awaitBeginning = async (awaiting) => {
        const isDue = settings.frequency === 'unknown' || clock.now() - startedAt >= beginsWithinMs;
        if (asked === undefined && scanner !== 'enhanced' && isDue) {
            const end = await ask();
            if (typeof end !== 'string')
                return end;
        }
        return waitFor(asked?.kind === 'already-scanned' ? 'the scan that ECR says there is' : awaiting);
    };
    const takeResult = async (result) => {
        const { page, completedAt } = result;
        learn(page.scanner);
        if (isFromTheFuture(completedAt, clock.now()))
            return incomplete(platform, 'unavailable', fromTheFuture(completedAt));
        // Recorded answers of basic scanning have counts for a clean image as well; those of enhanced scanning have none.
        if (scanner === 'basic' && page.counts === undefined)
            return waitFor("ECR's counts of the findings, which the answer lacks");
        if (asked === undefined && scanner !== 'enhanced' && isOutdated(completedAt, clock.now())) {
            say('the findings are more than 24 hours old, so a new scan is asked for.');
            const end = await ask();
            if (end === 'not-now')
                return waitFor('a new scan to be taken');
            if (end !== 'answered')
                return end;
        }
        if (asked?.kind === 'started' && isFromBefore(completedAt, asked.at))
            return waitFor('the new scan');
        const now = clock.now();
        sighting = sight(page, sighting, now);
        const settlesInMs = sighting.since + settlingMs(page, scanner, now - completedAt) - now;
        return settlesInMs > 0 ? { ...waitFor(settlingFor(page)), settlesInMs } : readResult(result);
    };
    const readResult = async ({ page, completedAt }) => {
        const image = { repository, digest: platform.digest, deadline };
        const reading = await job.inTurn(() => readFindings(image, page, { clock, registry }));
        switch (reading.kind) {
            case 'whole': {
                const { findings } = reading;
                const { platform: name, digest } = platform;
                return { outcome: 'complete', platform: name, digest, scanner, completedAt, findings };
            }
            case 'unbelievable':
                return incomplete(platform, 'unavailable', reading.why);
            case 'differs':
                trouble = countedFindings(reading.difference);
                return waitFor(trouble);
            case 'changed':
                trouble = 'pages of findings that are all of the same scan';
                return waitFor(trouble);
            case 'out-of-time':
                return waitFor(trouble ?? 'the pages of findings');
        }
    };
    return {
        async beforePoll() {
            if (asked !== undefined || settings.frequency !== 'manual')
                return undefined;
            const end = await ask();
            return typeof end === 'string' ? undefined : end;
        },
        async take(answer) {
            const step = nextStep(answer);
            // What is seen anew after something else has to settle anew; an API that is busy says nothing.
            if (step.kind !== 'read' && answer.kind !== 'busy')
                sighting = undefined;
            if (step.kind === 'give-up')
                return incomplete(platform, step.reason, step.detail);
            if (step.kind === 'read')
                return takeResult(step);
            return answer.kind === 'no-scan' ? awaitBeginning(step.awaiting) : waitFor(step.awaiting);
        },
        refusal: () => refusal,
    };
}
/** The end of a scan that gave no answer; ECR's words become a clause, for they stand in sentences of ours. */
function incomplete({ platform, digest }, reason, detail) {
    return { outcome: 'incomplete', platform, digest, reason, detail: (0,types_text/* clause */.sb)(detail) };
}
/** The end where the registry's filters leave the repository out. */
function notCovered(platform) {
    return incomplete(platform, 'not-started', "the registry's enhanced scanning does not cover this repository");
}
function fromTheFuture(completedAt) {
    return `ECR says that the scan ended at ${new Date(completedAt).toISOString()}, which has not come`;
}
function waitFor(awaiting) {
    return { outcome: 'wait', awaiting };
}
const startLines = {
    started: 'scan started.',
    'already-scanned': 'ECR has scanned this image within the last 24 hours; its findings are used.',
    'starts-by-itself': 'the registry uses enhanced scanning, which starts by itself.',
};

;// CONCATENATED MODULE: ./src/publish/watch-scan.ts





/** A person who watches the log sees a line this often. */
const progressEveryMs = 15_000;
/**
 * Polls the scan of one manifest until it ends or the deadline has come, and says now and then what is awaited.
 * A scan that gives no answer is a result; an error of the registry is thrown.
 */
async function watchScan(job, tools) {
    const { clock, log, registry } = tools;
    const { platform, settings, deadline } = job;
    const atMost = span(job.timeoutMs);
    const startedAt = clock.now();
    const follower = followScan(job, tools);
    let nextProgress = progressEveryMs;
    // Enhanced scanning cannot be asked: where it does not begin by itself there is nothing to wait for.
    if (settings.scanner === 'enhanced' && settings.frequency === 'manual')
        return notCovered(platform);
    log.info(`${platform.platform}: ${expectation(settings)}, waiting at most ${atMost}.`);
    for (;;) {
        const end = await follower.beforePoll();
        if (end !== undefined)
            return end;
        const next = await follower.take(await registry.readScan(job.repository, platform.digest, pollPage));
        if (next.outcome !== 'wait')
            return next;
        if (job.isCalledOff())
            return incomplete(platform, 'unavailable', 'another platform has stopped the run');
        const left = deadline - clock.now();
        if (left <= 0) {
            const refusal = follower.refusal();
            const said = refusal === undefined ? '' : `; ECR said last: ${(0,types_text/* clause */.sb)(refusal)}`;
            return incomplete(platform, 'timed-out', `waited ${atMost} in vain for ${next.awaiting}${said}`);
        }
        const waited = clock.now() - startedAt;
        if (waited >= nextProgress) {
            const soFar = `${span(waited)} so far, at most ${atMost}`;
            log.info(`${platform.platform}: waiting for ${next.awaiting}, ${soFar}.`);
            nextProgress = waited + progressEveryMs;
        }
        await clock.sleep(Math.min(pauseMs(next, waited), left));
    }
}
/** How long to wait for the next poll: less and less often, but a result that has to settle is looked at on time. */
function pauseMs({ settlesInMs }, waitedMs) {
    return settlesInMs === undefined ? pollDelayMs(waitedMs) : settlingPollMs(settlesInMs);
}
function expectation({ scanner, frequency }) {
    const kind = scanner === 'unknown' ? 'scanning of a kind that is not known yet' : `${scanner} scanning`;
    switch (frequency) {
        case 'on-push':
            return `${kind} on push`;
        case 'continuous':
            return `${kind}, continuous`;
        case 'manual':
            return `${kind}, started by this run`;
        case 'unknown':
            return kind;
    }
}
/** Whole seconds, or minutes where there are several and nothing else. */
function span(ms) {
    const seconds = Math.round(ms / 1000);
    return seconds >= 120 && seconds % 60 === 0 ? `${String(seconds / 60)} min` : `${String(seconds)} s`;
}

;// CONCATENATED MODULE: ./src/publish/scan.ts

/**
 * Scans every platform of an image and reads all findings. An index has no findings itself: its platforms have.
 * A scan that gives no answer is a result. Throws only what stops the run, such as a permission that is missing.
 */
async function scanImage(repository, image, settings, wishes, tools) {
    if (wishes.scan === 'off')
        return { kind: 'off', why: 'the input scan is off' };
    const timeoutMs = wishes.scanTimeoutMs;
    const deadline = tools.clock.now() + timeoutMs;
    const inTurn = oneAfterAnother();
    let calledOff = false;
    const isCalledOff = () => calledOff;
    const watch = async (platform) => {
        const job = { repository, platform, settings, deadline, timeoutMs, inTurn, isCalledOff };
        try {
            return await watchScan(job, tools);
        }
        catch (error) {
            calledOff = true;
            throw error;
        }
    };
    const platforms = await tools.log.group('Scan', async () => {
        const watching = image.platforms.map(watch);
        // Nothing goes on in the background once this has ended: the others see that it is called off.
        await Promise.allSettled(watching);
        return Promise.all(watching);
    });
    const complete = platforms.filter((platform) => platform.outcome === 'complete');
    return complete.length === platforms.length
        ? { kind: 'complete', platforms: complete }
        : { kind: 'incomplete', platforms };
}
/** Runs one piece of work after another, in the order in which they come. */
function oneAfterAnother() {
    let last = Promise.resolve();
    return (work) => {
        const mine = last.then(work);
        last = mine.catch(() => undefined);
        return mine;
    };
}

// EXTERNAL MODULE: ./src/types/names.ts
var types_names = __nccwpck_require__(2357);
// EXTERNAL MODULE: ./src/types/refusal.ts
var refusal = __nccwpck_require__(3617);
;// CONCATENATED MODULE: ./src/publish/few-at-once.ts
/** Image configs may be large, and all of a hostile index together must not fill the memory. */
const few = 4;
/** Does the same to every item, a few at a time; the results are in the items' order. */
async function fewAtOnce(items, work) {
    const results = [];
    for (let start = 0; start < items.length; start += few)
        results.push(...(await Promise.all(items.slice(start, start + few).map(work))));
    return results;
}

// EXTERNAL MODULE: ./src/types/json.ts
var json = __nccwpck_require__(9055);
// EXTERNAL MODULE: ./src/publish/descriptor.ts
var descriptor = __nccwpck_require__(8062);
;// CONCATENATED MODULE: ./src/publish/image-config.ts




/** What is read, or what would change that: names that differ in case alone are refused. */
const configNames = [
    'os',
    'architecture',
    'variant',
    'os.version',
    'os.features',
    'config',
    'rootfs',
    'history',
];
/**
 * Reads an image's config: asked for by digest, hashed and measured by the registry's adapter, and parsed here.
 * Undefined where this role may not read blobs. Throws Refusal for a config that two programs could read in two ways.
 */
async function readImageConfig(repository, config, registry) {
    const text = await registry.readBlob(repository, config);
    if (text === undefined)
        return undefined;
    try {
        return parseImageConfig(text);
    }
    catch (error) {
        throw error instanceof refusal/* Refusal */.P_ ? new refusal/* Refusal */.P_(`its config ${config.digest}: ${error.message}`) : error;
    }
}
/** Source: OCI image specification, config.md: `os`, `architecture`, `variant`, `config.Labels`. Throws Refusal. */
function parseImageConfig(text) {
    const what = 'the image config';
    const top = (0,json/* membersOf */.lS)((0,json/* readJson */.Vh)(text), configNames, what);
    const [os = '', architecture = '', variant = ''] = ['os', 'architecture', 'variant'].map((name) => (0,json/* textOf */.b6)(top, name, what));
    const run = top.get('config') ?? null;
    const labels = run === null ? undefined : (0,json/* membersOf */.lS)(run, ['Labels'], `config of ${what}`).get('Labels');
    return {
        platform: platformName(os, architecture, variant),
        labels: (0,descriptor/* textsOf */.CB)(labels, `the labels of ${what}`),
    };
}
/** `os/arch[/variant]`; arm64's variant v8 is the only one there is, and nobody writes it. */
function platformName(os, architecture, variant) {
    const suffix = variant === '' || (architecture === 'arm64' && variant === 'v8') ? '' : `/${variant}`;
    return (0,types_names/* parsePlatform */.FL)(`${os}/${architecture}${suffix}`);
}

// EXTERNAL MODULE: ./src/publish/manifest.ts
var publish_manifest = __nccwpck_require__(7322);
;// CONCATENATED MODULE: ./src/publish/index-entries.ts



/**
 * The images that an index lists, which are all that an engine can get from it: every entry's own manifest is read, and
 * what the index says of an entry only counts where the manifest bears it out. Left out are
 * - attestations: `unknown/unknown`, about another entry that is an image, and nothing but in-toto statements;
 * - artifacts that no engine runs.
 * Throws Refusal for everything else that is no image, and where no image is left.
 */
async function readListedImages(repository, entries, registry) {
    const digests = new Set(entries.map((entry) => entry.digest));
    const stored = await registry.readManifests(repository.name, [...digests]);
    const read = entries.map((entry) => ({ entry, manifest: manifestOf(entry, stored) }));
    const images = new Set(read.flatMap(({ entry, manifest }) => (manifest.kind === 'image' ? [entry.digest] : [])));
    const run = read.filter((one) => isRun(one, images));
    if (run.length === 0)
        throw new refusal/* Refusal */.P_('the index lists no image, only attestations and artifacts');
    return run.map(({ entry, manifest }) => ({
        digest: entry.digest,
        manifest,
        platform: platformOf(entry),
    }));
}
function platformOf(entry) {
    const { platform } = entry;
    if (platform === undefined)
        return undefined;
    const name = platformName(platform.os, platform.architecture, platform.variant);
    if (name !== undefined)
        return name;
    throw new refusal/* Refusal */.P_(`the index lists ${entry.digest} for ${shownPlatform(entry)}, which is no platform`);
}
function manifestOf(entry, stored) {
    const found = stored.find((manifest) => manifest.digest === entry.digest);
    if (found === undefined)
        throw new refusal/* Refusal */.P_(`the index lists ${entry.digest}, which the repository does not hold`);
    const refuse = (why) => new refusal/* Refusal */.P_(`the index lists ${entry.digest}, but ${why}`);
    if (found.mediaType !== entry.mediaType)
        throw refuse(`as ${entry.mediaType}, and it is stored as ${found.mediaType}`);
    const bytes = new TextEncoder().encode(found.body).length;
    if (bytes !== entry.size)
        throw refuse(`says that it has ${String(entry.size)} bytes, and it has ${String(bytes)}`);
    try {
        return (0,publish_manifest/* parseManifest */.Ng)(found);
    }
    catch (error) {
        if (error instanceof refusal/* Refusal */.P_)
            throw refuse(error.message);
        throw error;
    }
}
/** Whether an entry is one that engines run. Throws Refusal where it is neither that nor something to leave out. */
function isRun({ entry, manifest }, images) {
    const isUnknown = isForNobody(entry);
    const refuse = (why) => new refusal/* Refusal */.P_(`the index lists ${entry.digest} for ${shownPlatform(entry)}, but ${why}`);
    switch (manifest.kind) {
        case 'image':
            if (isUnknown)
                throw refuse(`it is an image that engines run: a config of type ${manifest.config.mediaType} and ${layersOf(manifest)}`);
            return true;
        case 'attestation':
            if (!isUnknown)
                throw refuse('it holds attestations and no image');
            if (entry.refersTo === undefined || !images.has(entry.refersTo))
                throw refuse(`these attestations are about ${entry.refersTo ?? 'nothing'}, which is no image of this index ` +
                    '(vnd.docker.reference.digest)');
            return false;
        case 'artifact':
            return false;
        case 'index':
            throw refuse('it is an index itself; only one level is judged');
    }
}
/** `unknown/unknown` as BuildKit writes it, letter for letter: no engine is of that platform. */
function isForNobody({ platform }) {
    return platform?.os === 'unknown' && platform.architecture === 'unknown' && platform.variant === '';
}
/** How messages call the platform of an entry. */
function shownPlatform({ platform }) {
    if (platform === undefined)
        return 'any platform';
    const { os, architecture, variant } = platform;
    return JSON.stringify([os, architecture, ...(variant === '' ? [] : [variant])].join('/')).slice(1, -1);
}
function layersOf({ layers }) {
    const [first] = layers;
    if (first === undefined)
        return 'no layers';
    return layers.length === 1
        ? `a layer of type ${first.mediaType}`
        : `${String(layers.length)} layers, the first of type ${first.mediaType}`;
}

;// CONCATENATED MODULE: ./src/publish/patience.ts
/** ECR's API may need a moment to see what was just pushed; half a minute is far beyond what was ever reported. */
const delaysMs = [250, 500, 1000, 2000, 4000, 8000, 15000];
/** Asks until the first item of the answer is there; undefined if it never is. */
async function retryWhileAbsent(what, { clock, log }, ask) {
    for (const delayMs of delaysMs) {
        const [found] = await ask();
        if (found !== undefined)
            return found;
        log.debug(`Waiting ${String(delayMs)} ms for ${what} to be seen by the API.`);
        await clock.sleep(delayMs);
    }
    return (await ask())[0];
}

;// CONCATENATED MODULE: ./src/publish/verify.ts








/**
 * Reads an image back through the registry's API: what the builder said it pushed is what the registry holds, and all
 * that an engine can get from it is among its platforms. Throws `verify-failed`.
 */
async function verifyImage(repository, candidate, tools) {
    const { digest } = candidate;
    const [manifest, facts] = await Promise.all([
        readOne(repository, digest, tools),
        describeOne(repository, digest, tools),
    ]);
    if (facts.mediaType !== undefined && facts.mediaType !== manifest.mediaType) {
        throw verifyFailed(`DescribeImages gives ${digest} the media type ${facts.mediaType}, BatchGetImage gives it ${manifest.mediaType}`);
    }
    try {
        const { kind, platforms } = await readPlatforms(repository, manifest, candidate.platform, tools);
        return {
            digest,
            manifest,
            kind,
            size: (0,publish_manifest/* compressedSize */.n3)(platforms.map((platform) => platform.manifest)),
            platforms: platforms.map(({ image }) => image),
            tags: facts.tags,
            pushedAt: facts.pushedAt,
        };
    }
    catch (error) {
        throw error instanceof refusal/* Refusal */.P_ ? refused(manifest, error) : error;
    }
}
/** Throws Refusal, and `verify-failed` where something cannot be read. */
async function readPlatforms(repository, stored, expected, tools) {
    const parsed = (0,publish_manifest/* parseManifest */.Ng)(stored);
    switch (parsed.kind) {
        case 'image':
            return {
                kind: 'manifest',
                platforms: [
                    await describeOnly(repository, { digest: stored.digest, manifest: parsed }, expected, tools),
                ],
            };
        case 'index':
            return { kind: 'index', platforms: await describeListed(repository, parsed.entries, tools) };
        case 'attestation':
            throw new refusal/* Refusal */.P_('it holds attestations and no image');
        case 'artifact':
            throw new refusal/* Refusal */.P_('it is an artifact that no engine runs, and no image');
    }
}
/** A manifest does not say for which platform it is; its config does. */
async function describeOnly(repository, image, expected, { registry, log }) {
    const config = await readImageConfig(repository, image.manifest.config, registry);
    const platform = config?.platform ?? expected;
    if (platform === undefined && config === undefined)
        throw verifyFailed('the image config, which says for which platform the image is, cannot be read; ' +
            'grant ecr:GetDownloadUrlForLayer on the repository, or give the input platforms');
    if (platform === undefined)
        throw verifyFailed('the image config does not say for which platform it is; give the input platforms');
    if (config === undefined)
        log.debug(`The image config cannot be read; the platform is taken to be ${platform}.`);
    return onPlatform(platform, image);
}
async function describeListed(repository, entries, tools) {
    const listed = await readListedImages(repository, entries, tools.registry);
    return fewAtOnce(listed, (one) => describeEntry(repository, one, tools));
}
/** Engines go by the platform that the index says, and by that of the config where the index says none. */
async function describeEntry(repository, { digest, manifest, platform: listed }, { registry, log }) {
    const own = await readOwnPlatform(repository, manifest, listed, { registry, log });
    const platform = listed ?? own;
    if (platform === undefined)
        throw new refusal/* Refusal */.P_(`the index does not say for which platform ${digest} is, and its config does not say it or cannot be read`);
    if (own !== undefined && machineOf(own) !== machineOf(platform)) {
        log.warning(`The index lists ${digest} for ${platform}, and its config says ${own}. Engines go by the index, so it is ` +
            `judged as ${platform}; it may not start there.`);
    }
    return onPlatform(platform, { digest, manifest });
}
/** The index says the platform, so a run goes on where the config lies on a server that this machine does not reach. */
async function readOwnPlatform(repository, { config }, listed, { registry, log }) {
    try {
        return (await readImageConfig(repository, config, registry))?.platform;
    }
    catch (error) {
        const isOutOfReach = error instanceof errors/* ShipError */.f && error.code === 'registry-unreachable';
        if (!isOutOfReach || listed === undefined)
            throw error;
        log.debug(`The config ${config.digest} is not compared with the index: ${error.what}`);
        return undefined;
    }
}
function onPlatform(platform, { digest, manifest }) {
    return { manifest, image: { platform, digest, size: (0,publish_manifest/* compressedSize */.n3)([manifest]) } };
}
/** Operating system and architecture; a base image's variant may be an older one, which runs as well. */
function machineOf(platform) {
    return (0,types_names/* usualPlatform */.Qq)(platform).split('/').slice(0, 2).join('/');
}
async function readOne(repository, digest, tools) {
    const found = await retryWhileAbsent(`the manifest ${digest}`, tools, () => tools.registry.readManifests(repository.name, [digest]));
    return found ?? absent(digest);
}
async function describeOne(repository, digest, tools) {
    const found = await retryWhileAbsent(`the image ${digest}`, tools, () => tools.registry.describeImages(repository.name, [{ digest }]));
    return found ?? absent(digest);
}
function absent(digest) {
    throw verifyFailed(`${digest} was pushed, but the repository does not hold it`);
}
/** The registry is not as the run left it, or not as it should be: another try may help. */
function verifyFailed(what) {
    return new errors/* ShipError */.f({
        code: 'verify-failed',
        what: `The image in the registry could not be verified: ${what}.`,
        next: 'No name was set. Run the job again; if it fails again, look at what else pushes to this repository.',
    });
}
/** The image is one that cannot be judged as a whole: no further try changes that. */
function refused({ digest, mediaType }, { message }) {
    return new errors/* ShipError */.f({
        code: 'verify-failed',
        what: `The image ${digest} (${mediaType === '' ? 'of no media type' : mediaType}) is refused: ${message}.`,
        next: 'No name was set: an image gets its names only if all that an engine can get from it was judged (docs/scanning.md). ' +
            'Build it anew, and look at what else pushes to this repository.',
    });
}

;// CONCATENATED MODULE: ./src/publish/baseline.ts




/** The baseline was scanned when it was shipped; what is still missing is not waited for as long as a new image's scan. */
const mostPatienceMs = 120_000;
/**
 * The image that the tag given names, or else the one that the first moving name of the run named at login, before
 * this run sets any. A name that a higher
 * version keeps back comes last: what it names is no predecessor. From here on the image is known by its digest, so
 * that a name that moves meanwhile changes nothing.
 */
function findBaseline(names, given, tagged) {
    if (given !== undefined) {
        const image = tagged.get(given);
        return image && { tag: given, digest: image.digest };
    }
    const moving = names.filter(({ name }) => name.kind === 'moving');
    const keptBack = moving.filter(({ state }) => state === 'kept-back');
    for (const { name, holder } of [...moving.filter(({ state }) => state !== 'kept-back'), ...keptBack])
        if (holder !== undefined)
            return { tag: name.tag, digest: holder };
    return undefined;
}
/**
 * All findings of the baseline. Never throws because they cannot be read in full: then everything counts as new,
 * which the result says.
 */
async function readBaseline(image, repository, settings, inputs, tools) {
    if (image === undefined)
        return { kind: 'absent' };
    tools.log.info(`Comparing with ${image.tag}, which named ${image.digest} at login.`);
    const scanTimeoutMs = Math.min(inputs.scanTimeoutMs, mostPatienceMs);
    const candidate = { digest: image.digest, tag: undefined, platform: inputs.build.platforms[0] };
    try {
        const found = await verifyImage(repository, candidate, tools);
        const scan = await scanImage(repository, found, settings, { scan: 'auto', scanTimeoutMs }, tools);
        if (scan.kind === 'complete')
            return { kind: 'read', image, platforms: scan.platforms };
        const gaps = (scan.kind === 'off' ? [] : scan.platforms).flatMap((platform) => platform.outcome === 'incomplete' ? [`${platform.platform}: ${platform.detail}`] : []);
        return { kind: 'unreadable', image, why: gaps.join('; ') };
    }
    catch (error) {
        if (!(error instanceof errors/* ShipError */.f))
            throw error;
        return { kind: 'unreadable', image, why: (0,types_text/* clause */.sb)(error.what) };
    }
}

;// CONCATENATED MODULE: ./src/types/plan.ts
/** What every run's candidate tag begins with. */
const candidatePrefix = 'candidate-';

;// CONCATENATED MODULE: ./src/publish/candidate-tag.ts


/**
 * Whether the candidate gets its tag for the scan; nothing else decides it. A builder that cannot push by digest has set
 * it already. Basic scanning needs none, as it can be asked for by digest. Enhanced scanning cannot be asked, and it is
 * not certain that it discovers an image that no tag names (awslabs/soci-snapshotter#1845, against hashintel/hash#8596),
 * so there the candidate carries one; also where the kind of scanning is not known, because a tag too many costs two
 * calls and a scan that never begins costs the release. An image that has a name needs none.
 */
function needsTagForScan(candidate, { tags }, scan, { scanner, frequency }) {
    if (candidate.tag !== undefined || scan === 'off' || scanner === 'basic')
        return false;
    if (scanner === 'enhanced' && frequency === 'manual')
        return false;
    // The candidate tag of another run that builds the same image goes when that run ends, and may take the image along.
    return tags.every((tag) => tag.startsWith(candidatePrefix));
}
/** Saves what post needs to remove the tag. To be called before the tag is there. */
function rememberCandidate({ inputs, candidateTag }, repository, runStartedAt, job) {
    const state = {
        region: inputs.region ?? '',
        registryId: repository.registryId,
        repository: repository.name,
        tag: candidateTag,
        runStartedAt,
    };
    job.saveState('candidate', JSON.stringify(state));
}
/** Gives an image that has no tag the candidate's, so that a scanner that goes by tags sees it. */
async function tagForScan({ candidateTag }, repository, { digest, manifest }, { registry, log }) {
    const put = await registry.putManifest(repository, candidateTag, manifest);
    if (put.kind === 'immutable') {
        // A request that was sent twice finds the tag that it has set itself.
        const [holder] = await registry.describeImages(repository.name, [{ tag: candidateTag }]);
        if (holder?.digest !== digest) {
            throw new errors/* ShipError */.f({
                code: 'tag-taken',
                what: `The candidate's tag ${candidateTag} already names ${holder?.digest ?? 'another image'}.`,
                next: 'Run the job again; every run has a candidate tag of its own.',
            });
        }
    }
    log.info(`The candidate is tagged ${candidateTag} while it is scanned: enhanced scanning may not see an image without a tag.`);
}

// EXTERNAL MODULE: ./src/scan/advice.ts
var advice = __nccwpck_require__(8733);
// EXTERNAL MODULE: ./src/scan/counts.ts
var counts = __nccwpck_require__(2749);
// EXTERNAL MODULE: ./src/report/format.ts
var format = __nccwpck_require__(2011);
// EXTERNAL MODULE: ./src/report/policy-error.ts
var policy_error = __nccwpck_require__(7057);
// EXTERNAL MODULE: ./src/report/policy-section.ts
var policy_section = __nccwpck_require__(5936);
;// CONCATENATED MODULE: ./src/report/log-lines.ts





function verifiedLine(image) {
    const platforms = image.platforms
        .map((platform) => `${platform.platform} ${(0,format/* formatBytes */.z3)(platform.size)}`)
        .join(', ');
    return `Verified ${image.digest} (${image.kind}, ${(0,format/* formatBytes */.z3)(image.size)} compressed: ${platforms}).`;
}
/** One line for each platform's scan. */
function scanLines(scan) {
    if (scan.kind === 'off')
        return [`Not scanned: ${scan.why}.`];
    return scan.platforms.map((platform) => platform.outcome === 'complete'
        ? `Scanned ${platform.platform} (${platform.scanner === 'unknown' ? 'scanner not known' : `${platform.scanner} scanning`}): ${(0,format/* formatCounts */.gM)((0,counts/* countFindings */.Gt)(platform.findings))}.`
        : `No full scan of ${platform.platform}: ${platform.detail}. ${(0,advice/* adviceFor */.c)(platform.reason)}`);
}
function verdictLine(verdict) {
    switch (verdict.outcome) {
        case 'passed':
            return `Verdict: passed (${(0,format/* formatCounts */.gM)(verdict.counts)}${exemptText(verdict)}).`;
        case 'failed':
            return `Verdict: failed (${verdict.breaches.map(policy_error/* describeBreach */.D).join('; ')}${exemptText(verdict)}).`;
        case 'not-scanned':
            return `Verdict: not scanned (${verdict.why}).`;
    }
}
function exemptText(verdict) {
    const isPlain = verdict.findings.every(({ standing }) => standing.kind === 'counts');
    return isPlain ? '' : `; ${(0,policy_section/* standingSentence */.i_)(verdict)}`;
}

// EXTERNAL MODULE: ./src/scan/fixable.ts
var fixable = __nccwpck_require__(3526);
// EXTERNAL MODULE: ./src/types/severity-word.ts
var severity_word = __nccwpck_require__(8959);
;// CONCATENATED MODULE: ./src/scan/severities.ts


function nameSeverities(scan, words) {
    if (scan.kind === 'off' || words.size === 0)
        return scan;
    const named = (platform) => ({
        ...platform,
        findings: platform.findings.map((finding) => (0,severity_word/* meant */.wx)(finding, words)),
    });
    return scan.kind === 'complete'
        ? { kind: 'complete', platforms: scan.platforms.map(named) }
        : {
            kind: 'incomplete',
            platforms: scan.platforms.map((one) => (one.outcome === 'complete' ? named(one) : one)),
        };
}
/** A sentence about findings that nobody has looked at yet, so that none of them is counted in silence. */
function untriagedFindings(findings) {
    const words = wordsOf(findings, (finding) => finding.severity === 'undefined' && !(0,severity_word/* isForeign */.jq)(finding));
    return words && `The scanner gives severities that count as undefined: ${words}.`;
}
/**
 * A warning about findings whose severity is no word of ECR's and of which the policy does not say what it means: they
 * count as the worst.
 */
function unknownSeverities(findings, words) {
    const unknown = wordsOf(findings, (finding) => (0,severity_word/* isForeign */.jq)(finding) && words.get(finding.severityAsGiven?.toLowerCase() ?? '') === undefined);
    if (unknown === undefined)
        return undefined;
    // A word that cannot be written in fail-on, such as none at all, is always the worst.
    const word = /(?:^|, )([A-Za-z][\w-]*) \(/.exec(unknown)?.[1]?.toLowerCase();
    const advice = word === undefined ? '' : ` Say in fail-on what such a word means: high,${word}=medium.`;
    return `The scanner gives severities that are not ECR's, and they count as critical: ${unknown}.${advice}`;
}
function wordsOf(findings, isWanted) {
    const counts = new Map();
    for (const finding of findings) {
        const { severityAsGiven: given } = finding;
        if (given !== undefined && isWanted(finding))
            counts.set(given, (counts.get(given) ?? 0) + 1);
    }
    if (counts.size === 0)
        return undefined;
    return (0,types_text/* clause */.sb)([...counts].map(([word, count]) => `${word} (${String(count)})`).join(', '));
}
/** A notice about findings that Amazon Inspector has set aside: only the exceptions of this policy accept anything. */
function setAsideFindings(findings) {
    const counts = new Map();
    for (const { setAside } of findings)
        if (setAside !== undefined)
            counts.set(setAside, (counts.get(setAside) ?? 0) + 1);
    if (counts.size === 0)
        return undefined;
    const words = [...counts].map(([word, count]) => `${word} (${String(count)})`).join(', ');
    return (`Findings count like all others although Amazon Inspector does not show them as active: ${(0,types_text/* clause */.sb)(words)}. ` +
        'What the policy accepts is in the exceptions file.');
}

// EXTERNAL MODULE: ./src/report/findings.ts
var findings = __nccwpck_require__(9334);
;// CONCATENATED MODULE: ./src/report/policy-notes.ts




/** So many items are named in one annotation or line. */
const policy_notes_named = 5;
/** What a person should know about the policy besides the verdict. */
function policyNotes(verdict, policy) {
    const inState = (state) => verdict.exceptions.filter((use) => use.state === state).map((use) => use.exception);
    const sentences = (exceptions, begin, end) => exceptions.length === 0 ? [] : [`${begin}: ${(0,findings/* listed */.KE)(exceptions.map(describe), policy_notes_named)}. ${end}`];
    const all = verdict.findings.map(({ finding }) => finding);
    return {
        lines: [...comparisonLines(verdict), ...exceptedLines(verdict), ...ifAny(untriagedFindings(all))],
        warnings: [
            ...ifAny(unknownSeverities(all, policy.words)),
            ...sentences(inState('expired'), 'Exceptions have expired, and their findings count again', 'Update the package, or decide anew.'),
            ...sentences(inState('ending'), 'Exceptions end soon', 'After that day their findings count again.'),
            ...baselineWarnings(verdict),
        ],
        notices: [
            ...sentences(inState('unused'), 'Exceptions match no finding', 'They can be removed, or their id or package is not what the scanner writes.'),
            ...ifAny(setAsideFindings(all)),
            ...(policy.onlyFixable ? unknownFixes(verdict) : []),
        ],
    };
}
function ifAny(sentence) {
    return sentence === undefined ? [] : [sentence];
}
function describe(exception) {
    const where = exception.package === undefined ? '' : ` in ${(0,findings/* shorten */.ml)(exception.package)}`;
    return `${(0,findings/* shorten */.ml)(exception.id)}${where} (line ${String(exception.line)}, until ${exception.expires})`;
}
function comparisonLines({ comparison }) {
    if (comparison?.kind !== 'compared')
        return [];
    const { image, added, stayed, fixed } = comparison;
    const names = fixed.length === 0 ? '' : `: ${(0,findings/* listed */.KE)(fixed.map(findings/* nameFinding */.jE), policy_notes_named)}`;
    return [
        `Compared with ${image.tag} (${image.digest}): ${String(added)} new, ${String(stayed)} as before, ${String(fixed.length)} fixed${names}.`,
    ];
}
/** One line for each exception that covers something, and how many more there are. */
function exceptedLines({ exceptions }) {
    const used = exceptions.filter(({ state }) => state === 'applied' || state === 'ending');
    const more = used.length - policy_notes_named;
    return [
        ...used
            .slice(0, policy_notes_named)
            .map(({ exception }) => `Excepted: ${describe(exception)}: ${(0,findings/* shorten */.ml)(exception.reason, 200)}`),
        ...(more > 0 ? [`and ${(0,format/* plural */.LS)(more, 'exception')} more.`] : []),
    ];
}
function baselineWarnings({ comparison }) {
    if (comparison?.kind === 'absent')
        return [
            'There is no baseline, for none of the names to compare with names an image yet: every finding is new.',
        ];
    if (comparison?.kind === 'unreadable')
        return [
            `The findings of the baseline ${comparison.image.tag} (${comparison.image.digest}) cannot be read in full: ${comparison.why}. Every finding is new.`,
        ];
    return [];
}
function unknownFixes({ findings }) {
    const unknown = findings.filter(({ finding, standing }) => standing.kind === 'counts' && (0,fixable/* fixOf */.B)(finding) === 'unknown').length;
    return unknown === 0
        ? []
        : [
            `Of ${(0,format/* plural */.LS)(unknown, 'finding')} the scanner does not say whether there is a fix; with only-fixable they count.`,
        ];
}

;// CONCATENATED MODULE: ./src/scan/compare.ts

/**
 * Compares an image's findings with its baseline's, platform by platform, by id and package: a newer version of a
 * package that is still vulnerable is the same finding, the same vulnerability in another package is a new one.
 * Where there is nothing to compare with, nothing is known; nor is a finding without an id.
 */
function compare(platforms, baseline) {
    if (baseline.kind !== 'read')
        return { comparison: baseline, isKnown: () => false };
    const before = keysByPlatform(baseline.platforms);
    const after = keysByPlatform(platforms);
    const isKnown = (platform, finding) => finding.id !== scan/* unnamed */.p1 && before.get(platform)?.has(keyOf(finding)) === true;
    const all = platforms.flatMap(({ platform, findings }) => findings.map((finding) => ({ platform, finding })));
    const stayed = all.filter(({ platform, finding }) => isKnown(platform, finding)).length;
    return {
        isKnown,
        comparison: {
            kind: 'compared',
            image: baseline.image,
            added: all.length - stayed,
            stayed,
            fixed: baseline.platforms.flatMap(({ platform, findings }) => {
                const now = after.get(platform);
                // A platform that was dropped, or has no answer this time, has nothing fixed.
                if (now === undefined)
                    return [];
                return findings.filter((one) => !now.has(keyOf(one))).map((finding) => ({ platform, finding }));
            }),
            newPlatforms: platforms.map(({ platform }) => platform).filter((platform) => !before.has(platform)),
        },
    };
}
/** An index can list a platform more than once, as for two versions of Windows: their findings stand together. */
function keysByPlatform(platforms) {
    const keys = new Map();
    for (const { platform, findings } of platforms) {
        const known = keys.get(platform) ?? new Set();
        for (const finding of findings)
            known.add(keyOf(finding));
        keys.set(platform, known);
    }
    return keys;
}
function keyOf(finding) {
    return JSON.stringify([finding.id, finding.package]);
}

;// CONCATENATED MODULE: ./src/scan/exceptions.ts

/** From so many days before its end on, an exception is worth a warning. */
const endingWithinDays = 14;
/**
 * An exception covers a finding by its id, and by its package where one is given; both exactly as written. A finding
 * without an id is none that anybody can have meant.
 */
function covers(exception, finding) {
    return (finding.id !== scan/* unnamed */.p1 &&
        exception.id === finding.id &&
        (exception.package === undefined || exception.package === finding.package));
}
/** The exception that accepts a finding now, else the one that did until it expired. */
function exceptionFor(finding, exceptions, now) {
    const matching = exceptions.filter((exception) => covers(exception, finding));
    return {
        inForce: matching.find((exception) => exception.endsAt > now),
        expired: matching.find((exception) => exception.endsAt <= now),
    };
}
/**
 * What became of every exception.
 * @param everythingScanned whether an exception without a finding really matches nothing
 */
function exceptionUses(exceptions, findings, now, everythingScanned) {
    const inForce = exceptions.filter(({ endsAt }) => endsAt > now);
    return exceptions.map((exception) => {
        const matching = findings.filter((finding) => covers(exception, finding));
        // What another one accepts does not count again because this one is over.
        const covered = exception.endsAt > now
            ? matching
            : matching.filter((finding) => !inForce.some((other) => covers(other, finding)));
        return {
            exception,
            state: stateOf(exception, covered.length, now, everythingScanned),
            findings: covered,
        };
    });
}
function stateOf({ endsAt }, covered, now, everythingScanned) {
    if (covered === 0)
        return everythingScanned ? 'unused' : 'unknown';
    if (endsAt <= now)
        return 'expired';
    return endsAt - now <= endingWithinDays * 24 * 3600_000 ? 'ending' : 'applied';
}

;// CONCATENATED MODULE: ./src/scan/judge.ts





/** Holds a scan against a policy. Not scanned is not clean: only a complete scan can pass. */
function judge(scan, policy, circumstances) {
    const platforms = scan.kind === 'off' ? [] : scan.platforms;
    const grounds = groundsOf(platforms, scan.kind === 'complete', policy, circumstances);
    if (scan.kind === 'off')
        return { ...grounds, outcome: 'not-scanned', why: scan.why };
    const breaches = [
        ...severityBreaches(grounds.findings, policy),
        ...(policy.onIncompleteScan === 'fail' ? incompleteBreaches(platforms) : []),
    ];
    const [first, ...others] = breaches;
    if (first !== undefined)
        return { ...grounds, outcome: 'failed', breaches: [first, ...others] };
    const { counts } = grounds;
    if (scan.kind === 'incomplete' || counts === undefined)
        return { ...grounds, outcome: 'not-scanned', why: whyIncomplete(platforms) };
    return { ...grounds, counts, outcome: 'passed' };
}
function groundsOf(platforms, everythingScanned, policy, { exceptions, baseline, now }) {
    const complete = platforms.filter((platform) => platform.outcome === 'complete');
    const compared = baseline.kind === 'unasked' ? undefined : compare(complete, baseline);
    const isKnown = compared?.isKnown ?? (() => false);
    const findings = complete
        .flatMap(({ platform, findings: found }) => found.map((finding) => ({ platform, finding })))
        .map((one) => ({
        ...one,
        standing: standingOf(one, isKnown, policy, exceptions, now),
        isNew: !isKnown(one.platform, one.finding),
    }))
        .sort((a, b) => (0,counts/* worstFirst */.md)(a.finding, b.finding));
    return {
        counts: (0,counts/* countPlatforms */.yI)(platforms),
        findings,
        exceptions: exceptionUses(exceptions, findings.map(({ finding }) => finding), now, everythingScanned),
        comparison: compared?.comparison,
    };
}
function standingOf({ platform, finding }, isKnown, policy, exceptions, now) {
    const { inForce, expired } = exceptionFor(finding, exceptions, now);
    if (inForce !== undefined)
        return { kind: 'excepted', exception: inForce };
    if (policy.onlyNew && isKnown(platform, finding))
        return { kind: 'not-new' };
    // Only a plain no takes a finding out: not knowing whether there is a fix must not let it slip through.
    if (policy.onlyFixable && (0,fixable/* fixOf */.B)(finding) === 'no')
        return { kind: 'not-fixable' };
    return { kind: 'counts', expired };
}
function severityBreaches(judged, policy) {
    return scan/* severities */.gO.flatMap((severity) => {
        const allowed = policy.limits[severity];
        const findings = judged
            .filter(({ finding, standing }) => finding.severity === severity && standing.kind === 'counts')
            .map(({ platform, finding }) => ({ platform, finding }));
        return allowed !== undefined && findings.length > allowed
            ? [{ kind: 'severity', severity, found: findings.length, allowed, findings }]
            : [];
    });
}
function incompleteBreaches(platforms) {
    return platforms.flatMap((platform) => platform.outcome === 'incomplete'
        ? [
            {
                kind: 'incomplete-scan',
                platform: platform.platform,
                reason: platform.reason,
                detail: platform.detail,
            },
        ]
        : []);
}
function whyIncomplete(platforms) {
    return platforms
        .filter((platform) => platform.outcome === 'incomplete')
        .map((platform) => `${platform.platform}: ${platform.detail}`)
        .join('; ');
}

;// CONCATENATED MODULE: ./src/gate.ts








/**
 * The gate: an image is scanned, held against the policy, and goes on or does not. Everything that was found is kept
 * first. Throws `policy-failed`.
 */
async function passGate(entrant, record, tools) {
    const { plan, session, exceptions, candidate, image } = entrant;
    const { repository, scanSettings } = session;
    const { inputs } = plan;
    const { log, clock } = tools;
    const scan = await record.phase('scan', async () => {
        if (needsTagForScan(candidate, image, inputs.scan, scanSettings)) {
            entrant.expectCandidateTag();
            await tagForScan(plan, repository, image, tools);
            record.keep('candidate', { ...candidate, tag: plan.candidateTag });
        }
        const found = await scanImage(repository, image, scanSettings, inputs, tools);
        return nameSeverities(found, inputs.policy.words);
    });
    record.keep('scan', scan);
    scanLines(scan).forEach(log.info);
    const before = record.found('baseline');
    const baseline = inputs.policy.onlyNew && scan.kind !== 'off'
        ? await record.phase('baseline', () => readBaseline(before, repository, scanSettings, inputs, tools))
        : { kind: 'unasked' };
    const accepted = exceptions.kind === 'read' ? exceptions.list : [];
    const circumstances = { exceptions: accepted, baseline, now: clock.now() };
    const verdict = record.keep('verdict', judge(scan, inputs.policy, circumstances));
    tellVerdict(verdict, inputs.policy, log);
    if (verdict.outcome === 'failed')
        throw (0,policy_error/* policyFailed */.o)(verdict);
}
function tellVerdict(verdict, policy, log) {
    const notes = policyNotes(verdict, policy);
    notes.lines.forEach(log.info);
    notes.notices.forEach(log.notice);
    notes.warnings.forEach(log.warning);
    log.info(verdictLine(verdict));
    if (verdict.outcome === 'not-scanned')
        log.warning(verdictLine(verdict));
}

// EXTERNAL MODULE: ./src/types/inputs.ts
var types_inputs = __nccwpck_require__(8792);
// EXTERNAL MODULE: ./src/types/redact.ts
var redact = __nccwpck_require__(2024);
;// CONCATENATED MODULE: ./src/plan/parsed.ts


function ok(value) {
    return { ok: true, value };
}
function notAllowed(allowed) {
    return { ok: false, allowed };
}
/** The lines of a list input: trimmed, empty ones dropped. */
function lines(text) {
    return text
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '');
}
/** Parses every item; all bad ones are named. */
function parseEach(items, parse) {
    const values = [];
    const bad = [];
    for (const item of items) {
        const parsed = parse(item);
        if (parsed.ok)
            values.push(parsed.value);
        else
            bad.push({ item, allowed: parsed.allowed });
    }
    return bad.length === 0 ? { ok: true, value: values } : { ok: false, bad };
}
/** What was given, on one line, not endlessly long, and without the credentials in it, for an error message. */
function quote(given) {
    // Before it is cut: half of a credential would no longer be known as one.
    const safe = (0,redact/* redacted */.pc)(given);
    const shown = safe.length > 120 ? `${safe.slice(0, 117)}...` : safe;
    return (0,types_text/* visible */.RK)(JSON.stringify(shown));
}

;// CONCATENATED MODULE: ./src/plan/fail-on.ts


const fail_on_form = `none, one of ${scan/* severities */.gO.join(', ')}, or a budget such as critical=0,high=5`;
/** Severities that say how bad a finding is. `undefined` says that nobody knows. */
const ranked = scan/* severities */.gO.slice(0, -1);
/**
 * `fail-on`, in any case and with blanks around its words:
 * - a severity (that one and every worse one are forbidden) or `none`,
 * - or a budget for some severities (`critical=0,high=5`), which limits every worse one as well,
 * - and beside either what a word means that is not ECR's (`high,severe=critical`).
 */
function parseFailOn(text) {
    const limits = {};
    const words = new Map();
    const alone = [];
    for (const entry of text.toLowerCase().split(',')) {
        const [, name, , value] = /^\s*([a-z][a-z0-9_-]{0,39})\s*(=\s*([a-z0-9]+)\s*)?$/.exec(entry) ?? [];
        if (name === undefined)
            return notAllowed(fail_on_form);
        if (value === undefined) {
            alone.push(name);
            continue;
        }
        const isTwice = words.has(name) || (isSeverity(name) && limits[name] !== undefined);
        if (isTwice)
            return notAllowed(`each severity once (${quote(name)} is there twice)`);
        if (isSeverity(name) && /^\d{1,6}$/.test(value))
            limits[name] = Number(value);
        else if (!isSeverity(name) && name !== 'none' && isSeverity(value))
            words.set(name, value);
        else if (!isSeverity(name) && name !== 'none' && /^\d+$/.test(value))
            return notAllowed(`${fail_on_form}; ${quote(name)} is not ECR's, so say which of these it means: ${name}=high`);
        else
            return notAllowed(fail_on_form);
    }
    const budget = Object.keys(limits).length > 0;
    const [only, ...others] = alone;
    if (others.length > 0 || (only === undefined) !== budget)
        return notAllowed(fail_on_form);
    if (only === undefined)
        return ok({ limits: withWorseOnes(limits), words });
    if (only === 'none')
        return ok({ limits: {}, words });
    return isSeverity(only) ? ok({ limits: withWorseOnes({ [only]: 0 }), words }) : notAllowed(fail_on_form);
}
/**
 * A limit holds for that severity and every worse one: one that is worse and not named is forbidden, for nobody who
 * counts medium findings means to let any number of critical ones pass. `undefined` stands beside the others, and
 * decides about them only where it is named alone.
 */
function withWorseOnes(named) {
    const mildest = ranked.findLastIndex((severity) => named[severity] !== undefined) + 1 ||
        (named.undefined === undefined ? 0 : ranked.length);
    const worse = Object.fromEntries(ranked.slice(0, mildest).map((severity) => [severity, 0]));
    return { ...worse, ...named };
}
function isSeverity(text) {
    return scan/* severities */.gO.includes(text);
}

;// CONCATENATED MODULE: ./src/plan/repository-input.ts


/**
 * Hosts of private ECR in every partition, FIPS and dual-stack ones included.
 * Source: awslabs/amazon-ecr-credential-helper, ecr-login/api/client.go.
 */
const privateHost = /^(\d{12})\.dkr[.-]ecr(?:-fips)?\.([a-z0-9][a-z0-9-]*)\.(?:amazonaws\.(?:com(?:\.cn)?|eu)|on\.(?:aws|amazonwebservices\.com\.cn)|sc2s\.sgov\.gov|c2s\.ic\.gov|cloud\.adc-e\.uk|csp\.hci\.ic\.gov)$/;
const repository_input_form = 'the name of a private repository such as team/app, or its URI such as 123456789012.dkr.ecr.eu-west-1.amazonaws.com/team/app';
function parseRepositoryInput(text) {
    if (text === '')
        return notAllowed(repository_input_form);
    if (/^https?:\/\//.test(text))
        return notAllowed(`${repository_input_form}, without https://`);
    if (text.includes('@'))
        return notAllowed(`${repository_input_form}, without a digest`);
    const slash = text.indexOf('/');
    const host = slash < 0 ? text : text.slice(0, slash);
    const afterLastSlash = text.slice(text.lastIndexOf('/') + 1);
    if (afterLastSlash.includes(':'))
        return notAllowed(`${repository_input_form}, without a tag; tags go into the input tags`);
    if (host === 'public.ecr.aws' || host === 'ecr-public.aws.com') {
        return notAllowed(`${repository_input_form}; ECR Public is not supported yet`);
    }
    const match = privateHost.exec(host);
    if (match !== null && slash < 0)
        return notAllowed(`${repository_input_form}; this is the registry, without a repository`);
    if (match === null) {
        if (slash >= 0 && (host.includes('.') || host.includes(':')))
            return notAllowed(`${repository_input_form}; ${host} is not a host of private ECR`);
        const name = (0,types_names/* parseRepositoryName */.$M)(text);
        return name === undefined
            ? notAllowed(`${repository_input_form}; a name has 2 to 256 lower-case letters, digits, and single . _ - / between them`)
            : ok({ name, registryId: undefined, region: undefined });
    }
    const name = (0,types_names/* parseRepositoryName */.$M)(text.slice(slash + 1));
    return name === undefined
        ? notAllowed(repository_input_form)
        : ok({ name, registryId: (0,types_names/* parseAccountId */.cK)(match[1] ?? ''), region: (0,types_names/* parseRegion */.cf)(match[2] ?? '') });
}

;// CONCATENATED MODULE: ./src/plan/scalars.ts


/** YAML 1.2's spellings and no others: `yes`, `on` or `1` are mistakes, not values. */
function parseBoolean(text) {
    if (['true', 'True', 'TRUE'].includes(text))
        return ok(true);
    if (['false', 'False', 'FALSE'].includes(text))
        return ok(false);
    return notAllowed('true or false');
}
/** What people write for true and false elsewhere. As a tag it would be a mistake that nobody notices. */
const truthWords = /^(?:y|n|yes|no|on|off|t|f|0|1)$/i;
/** `only-new`: whether only new findings count, and where a tag is given, against the image that it names. */
function parseOnlyNew(text) {
    const asBoolean = parseBoolean(text);
    if (asBoolean.ok)
        return ok({ onlyNew: asBoolean.value, baselineTag: undefined });
    const tag = truthWords.test(text) ? undefined : (0,types_names/* parseTag */.ED)(text);
    return tag === undefined
        ? notAllowed('true, false, or the tag of the image to compare with, such as main')
        : ok({ onlyNew: true, baselineTag: tag });
}
function parseChoice(choices) {
    return (text) => {
        const choice = choices.find((candidate) => candidate === text);
        return choice === undefined ? notAllowed(choices.join(' or ')) : ok(choice);
    };
}
/** `90s`, `10m`, `1h30m` as milliseconds; more than nothing and at most six hours, the longest a hosted job runs. */
function parseDuration(text) {
    const form = 'a time with its unit, from 1s to 6h, such as 90s, 10m or 1h30m';
    const match = /^(?:(\d{1,4})h)?(?:(\d{1,5})m)?(?:(\d{1,6})s)?$/.exec(text);
    if (match === null || text === '')
        return notAllowed(form);
    const [, hours, minutes, seconds] = match.map(Number);
    const total = ((hours || 0) * 3600 + (minutes || 0) * 60 + (seconds || 0)) * 1000;
    return total > 0 && total <= 6 * 3600_000 ? ok(total) : notAllowed(form);
}

;// CONCATENATED MODULE: ./node_modules/leven/index.js
const array = [];
const characterCodeCache = [];

function leven(first, second, options) {
	if (first === second) {
		return 0;
	}

	const maxDistance = options?.maxDistance;
	const swap = first;

	// Swapping the strings if `a` is longer than `b` so we know which one is the
	// shortest & which one is the longest
	if (first.length > second.length) {
		first = second;
		second = swap;
	}

	let firstLength = first.length;
	let secondLength = second.length;

	// Performing suffix trimming:
	// We can linearly drop suffix common to both strings since they
	// don't increase distance at all
	// Note: `~-` is the bitwise way to perform a `- 1` operation
	while (firstLength > 0 && (first.charCodeAt(~-firstLength) === second.charCodeAt(~-secondLength))) {
		firstLength--;
		secondLength--;
	}

	// Performing prefix trimming
	// We can linearly drop prefix common to both strings since they
	// don't increase distance at all
	let start = 0;

	while (start < firstLength && (first.charCodeAt(start) === second.charCodeAt(start))) {
		start++;
	}

	firstLength -= start;
	secondLength -= start;

	// Early termination after trimming: if difference in length exceeds max distance
	if (maxDistance !== undefined && secondLength - firstLength > maxDistance) {
		return maxDistance;
	}

	if (firstLength === 0) {
		return maxDistance !== undefined && secondLength > maxDistance
			? maxDistance
			: secondLength;
	}

	let bCharacterCode;
	let result;
	let temporary;
	let temporary2;
	let index = 0;
	let index2 = 0;

	while (index < firstLength) {
		characterCodeCache[index] = first.charCodeAt(start + index);
		array[index] = ++index;
	}

	while (index2 < secondLength) {
		bCharacterCode = second.charCodeAt(start + index2);
		temporary = index2++;
		result = index2;

		for (index = 0; index < firstLength; index++) {
			temporary2 = bCharacterCode === characterCodeCache[index] ? temporary : temporary + 1;
			temporary = array[index];
			// eslint-disable-next-line no-multi-assign
			result = array[index] = temporary > result
				? (temporary2 > result ? result + 1 : temporary2)
				: (temporary2 > temporary ? temporary + 1 : temporary2);
		}

		// Early termination: if all values in current row exceed maxDistance
		if (maxDistance !== undefined) {
			let rowMinimum = result;
			for (index = 0; index < firstLength; index++) {
				if (array[index] < rowMinimum) {
					rowMinimum = array[index];
				}
			}

			if (rowMinimum > maxDistance) {
				return maxDistance;
			}
		}
	}

	// Bound arrays to avoid retaining large previous sizes
	array.length = firstLength;
	characterCodeCache.length = firstLength;

	return maxDistance !== undefined && result > maxDistance ? maxDistance : result;
}

function closestMatch(target, candidates, options) {
	if (!Array.isArray(candidates) || candidates.length === 0) {
		return undefined;
	}

	const userMax = options?.maxDistance;
	const targetLength = target.length;

	// Exact match fast-path
	for (const candidate of candidates) {
		if (candidate === target) {
			return candidate;
		}
	}

	if (userMax === 0) {
		return undefined;
	}

	let best;
	let bestDist = Number.POSITIVE_INFINITY;
	const seen = new Set();

	for (const candidate of candidates) {
		if (seen.has(candidate)) {
			continue;
		}

		seen.add(candidate);

		const lengthDiff = Math.abs(candidate.length - targetLength);
		if (lengthDiff >= bestDist) {
			continue;
		}

		if (userMax !== undefined && lengthDiff > userMax) {
			continue;
		}

		const cap = Number.isFinite(bestDist)
			? (userMax === undefined ? bestDist : Math.min(bestDist, userMax))
			: userMax;

		const distance = cap === undefined
			? leven(target, candidate)
			: leven(target, candidate, {maxDistance: cap});

		// Skip candidates that exceed the user's maximum distance
		if (userMax !== undefined && distance > userMax) {
			continue;
		}

		// If we got a capped result that equals the cap, we need the actual distance
		// for accurate comparison, but only if the cap was due to userMax
		let actualD = distance;
		if (cap !== undefined && distance === cap && cap === userMax) {
			actualD = leven(target, candidate);
		}

		if (actualD < bestDist) {
			bestDist = actualD;
			best = candidate;
			if (bestDist === 0) {
				break;
			}
		}
	}

	if (userMax !== undefined && bestDist > userMax) {
		return undefined;
	}

	return best;
}

;// CONCATENATED MODULE: ./src/plan/expressions.ts


/** A word that takes no arguments. */
function plain(value) {
    return ({ positional, named }) => positional.length + named.size === 0
        ? value
        : notAllowed(`arguments for {{date}} and {{commit_date}} only, not ${quote([...positional, ...named.values()].join(' '))}`);
}
/** Three braces are Handlebars' way to ask for no escaping, which is how it is here anyway. */
const expression = /(?<!\{)(?:\{\{\{([^{}]*)\}\}\}|\{\{([^{}]*)\}\})/g;
/**
 * Replaces every `{{word}}` and `{{word 'argument' name='argument'}}` in a text. Nothing is escaped: what comes out
 * is a tag or a label, not HTML. A word that does not exist is an error with the nearest one that does.
 */
function evaluate(text, scope) {
    let problem;
    const value = text.replace(expression, (whole, three, two) => {
        const given = evaluateOne(whole, three ?? two, scope);
        if (given.ok)
            return given.value;
        problem ??= given;
        return whole;
    });
    if (problem !== undefined)
        return problem;
    if (text.replace(expression, '').includes('{{'))
        return notAllowed(`expressions that are closed, such as {{sha}} (in ${quote(text)} one is not)`);
    return ok(value);
}
/** The words that the expressions of a text name. */
function expressions_wordsOf(text) {
    return [...text.matchAll(expression)].map(([, three, two = '']) => (three ?? two).trim().split(/\s/)[0] ?? '');
}
function evaluateOne(whole, inside, scope) {
    const call = parseCall(inside.trim());
    if (call === undefined)
        return notAllowed(`expressions such as {{sha}} or {{date 'YYYYMMDD' tz='Asia/Seoul'}}, not ${quote(whole)}`);
    const word = Object.hasOwn(scope, call.word) ? scope[call.word] : undefined;
    if (word === undefined)
        return notAllowed(unknownWord('the expressions', call.word, Object.keys(scope)));
    return word(call);
}
function parseCall(text) {
    const match = /^(\w+)((?:\s+(?:\w+=)?(?:'[^']*'|"[^"]*"))*)$/.exec(text);
    if (match?.[1] === undefined)
        return undefined;
    const positional = [];
    const named = new Map();
    for (const [, name, quoted = ''] of (match[2] ?? '').matchAll(/(?:(\w+)=)?('[^']*'|"[^"]*")/g)) {
        const value = quoted.slice(1, -1);
        if (name === undefined)
            positional.push(value);
        else
            named.set(name, value);
    }
    return { word: match[1], positional, named };
}
/** `the attributes a, b and c, not "d" (did you mean c?)` */
function unknownWord(what, given, known) {
    const nearest = closestMatch(given.toLowerCase(), known, {
        maxDistance: Math.max(2, Math.floor(given.length / 3)),
    });
    const hint = nearest === undefined ? '' : ` (did you mean ${nearest}?)`;
    return `${what} ${known.join(', ')}, not ${quote(given)}${hint}`;
}

;// CONCATENATED MODULE: ./src/plan/tags/attributes.ts

/**
 * Reads one line as docker/metadata-action does: fields between commas, each `name=value`, split at the first `=`
 * (a field such as `{{date 'X' tz='UTC'}}`, which does not begin with a name, is a value).
 * A field in double quotes may hold commas, and a doubled quote in it is a quote.
 */
function parseAttributes(line) {
    const fields = splitFields(line);
    if (fields === undefined)
        return notAllowed(quotesAround(line));
    const attributes = new Map();
    for (const field of fields) {
        if (field === '')
            return notAllowed('something before and after each comma');
        const { name = 'value', value } = splitField(field);
        if (attributes.has(name)) {
            return notAllowed(`each attribute once (${name} is there twice in ${quote(line)}; a field that holds a comma is put in double quotes)`);
        }
        attributes.set(name, value);
    }
    return ok(attributes);
}
/** Name and value of a field; without a name where it does not begin with one and `=`. */
function splitField(field) {
    const match = /^\s*([\w-]+)\s*=(.*)$/s.exec(field);
    return { name: match?.[1]?.toLowerCase(), value: match?.[2]?.trim() ?? field };
}
/** How double quotes are meant, for an error. */
function quotesAround(line) {
    return `double quotes around a whole field, as in "value=a,b", not ${quote(line)}`;
}
/** Undefined where a quote is not closed, or stands around a value and not around its field. */
function splitFields(line) {
    const fields = [];
    const field = /\s*(?:"((?:[^"]|"")*)"\s*|((?!\s*"|\s*[\w-]+\s*=\s*")[^,]*))(,|$)/y;
    for (let rest = ','; rest === ',';) {
        const match = field.exec(line);
        if (match === null)
            return undefined;
        fields.push(match[1] === undefined ? (match[2] ?? '').trim() : match[1].replaceAll('""', '"'));
        rest = match[3] ?? '';
    }
    return fields;
}

;// CONCATENATED MODULE: ./src/plan/tags/flavor.ts



const known = ['latest', 'prefix', 'suffix', 'onlatest'];
/**
 * Reads the `flavor` input: `latest=`, `prefix=` and `suffix=` on lines or between commas. `onlatest=true` belongs to
 * the prefix or the suffix that stands before it on the same line.
 */
function parseFlavor(text) {
    let flavor = { latest: 'auto', prefix: '', prefixLatest: false, suffix: '', suffixLatest: false };
    for (const line of lines(text).filter((candidate) => !candidate.startsWith('#'))) {
        if (/\s#/.test(line))
            return notAllowed('a comment on a line of its own, not after a key');
        const fields = splitFields(line);
        if (fields === undefined)
            return notAllowed(quotesAround(line));
        let affix;
        for (const field of fields) {
            const equals = field.indexOf('=');
            const name = (equals < 0 ? field : field.slice(0, equals)).trim().toLowerCase();
            const value = equals < 0 ? '' : field.slice(equals + 1).trim();
            switch (name) {
                case 'latest': {
                    const choice = ['auto', 'true', 'false', 'highest'].find((known) => known === value);
                    if (choice === undefined)
                        return notAllowed(`latest=auto, latest=highest, latest=true or latest=false, not ${quote(field)}`);
                    flavor = { ...flavor, latest: choice };
                    break;
                }
                case 'prefix':
                case 'suffix':
                    affix = name;
                    flavor = { ...flavor, [affix]: value };
                    break;
                case 'onlatest':
                    if (affix === undefined || (value !== 'true' && value !== 'false'))
                        return notAllowed('onlatest=true or onlatest=false after a prefix or a suffix on the same line');
                    flavor = { ...flavor, [`${affix}Latest`]: value === 'true' };
                    break;
                default:
                    return notAllowed(unknownWord('the keys', name, known));
            }
        }
    }
    return ok(flavor);
}

;// CONCATENATED MODULE: ./src/plan/tags/parse.ts



/** What each type knows beside the attributes that all have, and its priority. Source: docs/tags.md. */
const types = {
    schedule: { attributes: ['pattern'], priority: 1000 },
    semver: { attributes: ['pattern', 'value', 'match'], priority: 900 },
    pep440: { attributes: ['pattern', 'value', 'match'], priority: 900 },
    match: { attributes: ['pattern', 'group', 'value'], priority: 800 },
    edge: { attributes: ['branch'], priority: 700 },
    ref: { attributes: ['event'], priority: 600 },
    raw: { attributes: ['value'], priority: 200 },
    sha: { attributes: ['format'], priority: 100 },
};
const commonAttributes = ['enable', 'priority', 'prefix', 'suffix'];
/** Reads the `tags` input: one rule a line; lines that begin with # are comments. */
function parseTagRules(text) {
    const rules = lines(text).filter((line) => !line.startsWith('#'));
    if (rules.length === 0)
        return {
            ok: false,
            bad: [{ item: text, allowed: 'at least one rule, such as type=sha or a plain word' }],
        };
    return parseEach(rules, parseTagRule);
}
function parseTagRule(line) {
    if (/\s#/.test(line))
        return notAllowed('a comment on a line of its own, not after a rule');
    const record = parseAttributes(line);
    if (!record.ok)
        return record;
    const attributes = record.value;
    const type = attributes.get('type') ?? 'raw';
    if (!isType(type))
        return notAllowed(unknownWord('the types', type, Object.keys(types)));
    const nameless = splitFields(line)?.find((field) => splitField(field).name === undefined);
    if (nameless !== undefined && type !== 'raw')
        return notAllowed(`for type=${type} name=value between commas, not ${quote(nameless)}; a field with a comma in it stands in double quotes`);
    const known = ['type', ...types[type].attributes, ...commonAttributes];
    const unknown = [...attributes.keys()].find((name) => !known.includes(name));
    if (unknown !== undefined)
        return notAllowed(unknownWord(`for type=${type} the attributes`, unknown, known));
    const priority = wholeNumber(attributes.get('priority') ?? String(types[type].priority));
    if (priority === undefined)
        return notAllowed(`a whole number as priority, not ${quote(attributes.get('priority') ?? '')}`);
    const enable = attributes.get('enable') ?? 'true';
    if (expressions_wordsOf(enable).length === 0 && enable !== 'true' && enable !== 'false')
        return notAllowed(`enable=true, enable=false or an expression that gives one, not ${quote(enable)}`);
    const own = parseOwn(type, attributes);
    if (!own.ok)
        return own;
    const defaultPrefix = { ref: attributes.get('event') === 'pr' ? 'pr-' : undefined, sha: 'sha-' };
    const prefix = attributes.get('prefix') ?? (type === 'ref' || type === 'sha' ? defaultPrefix[type] : undefined);
    return ok({ text: line, enable, priority, prefix, suffix: attributes.get('suffix'), ...own.value });
}
function parseOwn(type, attributes) {
    switch (type) {
        case 'schedule':
            return ok({ type, pattern: attributes.get('pattern') ?? 'nightly' });
        case 'semver':
        case 'pep440':
            return parseVersionRule(type, attributes);
        case 'match':
            return parseMatchRule(attributes);
        case 'edge':
            return ok({ type, branch: attributes.get('branch') });
        case 'ref': {
            const event = attributes.get('event');
            return event === 'branch' || event === 'tag' || event === 'pr'
                ? ok({ type, event })
                : notAllowed(`for type=ref event=branch, event=tag or event=pr${insteadOf(event)}`);
        }
        case 'raw': {
            const value = attributes.get('value') ?? '';
            return value === '' ? notAllowed('for type=raw a value') : ok({ type, value });
        }
        case 'sha': {
            const format = attributes.get('format') ?? 'short';
            return format === 'short' || format === 'long'
                ? ok({ type, format })
                : notAllowed(`for type=sha format=short or format=long${insteadOf(format)}`);
        }
    }
}
function parseVersionRule(type, attributes) {
    const pattern = attributes.get('pattern') ?? '';
    if (pattern === '')
        return notAllowed(`for type=${type} a pattern such as {{version}}`);
    const given = attributes.get('match');
    const match = given === undefined ? undefined : parseRegExp(given);
    if (given !== undefined && (match === undefined || groupsOf(match) === 0))
        return notAllowed(`as match a regular expression with a group around the version, not ${quote(given)}`);
    return ok({ type, pattern, value: attributes.get('value'), match });
}
function parseMatchRule(attributes) {
    const given = attributes.get('pattern') ?? '';
    const pattern = given === '' ? undefined : parseRegExp(given);
    if (pattern === undefined)
        return notAllowed(String.raw `for type=match a pattern such as \d+\.\d+ or /v(\d+)/i${insteadOf(given)}`);
    const group = wholeNumber(attributes.get('group') ?? '0');
    const most = groupsOf(pattern);
    if (group === undefined || group < 0 || group > most)
        return notAllowed(`a group from 0 to ${String(most)}, which the pattern ${quote(given)} has`);
    return ok({ type: 'match', pattern, group, value: attributes.get('value') });
}
/** `pattern` or `/pattern/flags`; undefined for what is not a regular expression. */
function parseRegExp(text) {
    const delimited = /^\/(.+)\/([a-z]*)$/.exec(text);
    try {
        // Without g and y: those carry a position from one use to the next.
        return new RegExp(delimited?.[1] ?? text, (delimited?.[2] ?? '').replace(/[gy]/g, ''));
    }
    catch {
        return undefined;
    }
}
/** How many groups an expression captures: an empty alternative always matches, and its result lists them all. */
function groupsOf(expression) {
    return (new RegExp(`${expression.source}|`, expression.flags).exec('')?.length ?? 1) - 1;
}
function wholeNumber(text) {
    return /^-?\d{1,15}$/.test(text) ? Number(text) : undefined;
}
function insteadOf(given) {
    return given === undefined || given === '' ? '' : `, not ${quote(given)}`;
}
function isType(text) {
    return Object.hasOwn(types, text);
}

;// CONCATENATED MODULE: ./src/plan/inputs.ts









/**
 * Takes the texts of all inputs and gives them parsed. An empty text means the input's default.
 * Throws one `invalid-input` error that lists every problem at once.
 * @param ambientRegion the region of the environment, used where neither the input nor the URI gives one
 */
function parseInputs(raw, ambientRegion) {
    const problems = [];
    const report = (input, allowed) => problems.push({ input, given: raw[input], allowed });
    const textOf = (input) => (raw[input] === '' ? types_inputs/* inputDefaults */.V[input] : raw[input]);
    /** Gives undefined only when a problem was reported, and then no Inputs are made. */
    function read(input, parse) {
        const parsed = parse(textOf(input));
        if (parsed.ok)
            return parsed.value;
        report(input, parsed.allowed);
        return undefined;
    }
    /** The same for a list. */
    function readList(input, parse) {
        const parsed = parse(textOf(input));
        if (parsed.ok)
            return parsed.value;
        for (const { item, allowed } of parsed.bad)
            problems.push({ input, given: item, allowed, isItem: item !== textOf(input).trim() });
        return [];
    }
    const repository = read('repository', parseRepositoryInput);
    const registryId = read('registry-id', optional(parseAccount)) ?? repository?.registryId;
    if (repository?.registryId !== undefined && registryId !== repository.registryId) {
        report('registry-id', `the account of the repository's URI, ${repository.registryId}, or nothing`);
    }
    const givenRegion = read('aws-region', optional(parseAwsRegion));
    if (repository?.region !== undefined && givenRegion !== undefined && givenRegion !== repository.region) {
        report('aws-region', `the region of the repository's URI, ${repository.region}, or nothing`);
    }
    const mode = read('mode', parseChoice(['ship', 'plan']));
    const push = read('push', parseBoolean);
    // A value that is not legal is reported already; then AWS may well be asked.
    const publishes = !(mode === 'plan' || push === false);
    const region = givenRegion ?? repository?.region ?? (0,types_names/* parseRegion */.cf)(ambientRegion ?? '');
    if (region === undefined && raw['aws-region'] === '' && publishes) {
        report('aws-region', ambientRegion === undefined
            ? 'a region such as eu-west-1; AWS_REGION is not set either'
            : `a region such as eu-west-1; AWS_REGION holds ${quote(ambientRegion)}`);
    }
    const onlyNew = read('only-new', parseOnlyNew);
    const inputs = {
        mode,
        baselineTag: onlyNew?.baselineTag,
        repository: repository?.name,
        registryId,
        region,
        target: region === undefined || !publishes ? undefined : { region, registryId },
        tagRules: readList('tags', parseTagRules),
        flavor: read('flavor', parseFlavor),
        ifExists: read('if-exists', parseChoice(['reuse', 'fail', 'move'])),
        reusePaths: readList('reuse-paths', (text) => parseEach(lines(text), parseGlob)),
        ifOlder: read('if-older', parseChoice(['keep', 'fail', 'move'])),
        pullRequestCommit: read('pull-request-commit', parseChoice(['merge', 'head'])),
        build: readBuild(read, readList),
        push,
        scan: read('scan', parseChoice(['auto', 'off'])),
        policy: {
            ...read('fail-on', parseFailOn),
            onlyFixable: read('only-fixable', parseBoolean),
            onlyNew: onlyNew?.onlyNew ?? false,
            onIncompleteScan: read('on-incomplete-scan', parseChoice(['fail', 'warn'])),
        },
        exceptionsFile: read('exceptions', optional(ok)),
        scanTimeoutMs: read('scan-timeout', parseDuration),
        login: read('login', parseChoice(['job', 'step'])),
        summary: read('summary', parseBoolean),
        resultFile: read('result-file', optional(ok)),
        evidenceFile: read('evidence-file', optional(ok)),
        sarifFile: read('sarif-file', optional(ok)),
    };
    for (const [input, ...before] of [
        ['evidence-file', 'result-file'],
        ['sarif-file', 'result-file', 'evidence-file'],
    ]) {
        const same = before.find((other) => raw[input] !== '' && raw[other] === raw[input]);
        if (same !== undefined)
            report(input, `a path of its own; ${same} has this one`);
    }
    if (problems.length > 0 || inputs.repository === undefined)
        throw invalidInputs(problems);
    return { ...inputs, repository: inputs.repository };
}
function readBuild(read, readList) {
    return {
        context: read('context', parseContext),
        file: read('file', optional(ok)),
        target: read('target', optional(ok)),
        platforms: readList('platforms', (text) => parseEach(unique(text.split(/[\n,]/)), parseOnePlatform)),
        buildArgs: readList('build-args', (text) => parseEach(lines(text), parseBuildArg)),
        labels: readList('labels', (text) => parseEach(lines(text), parseLabel)),
        annotations: readList('annotations', (text) => parseEach(lines(text), parseLabel)),
    };
}
/** A leading hyphen would be read as an option by docker, or as standard input. */
function parseContext(text) {
    return text.startsWith('-') ? notAllowed('a folder of the checkout, or a Git URL') : ok(text);
}
function optional(parse) {
    return (text) => (text === '' ? ok(undefined) : parse(text));
}
function parseAccount(text) {
    const id = (0,types_names/* parseAccountId */.cK)(text);
    return id === undefined
        ? notAllowed('an AWS account id of 12 digits; write it in quotes, or YAML drops leading zeros')
        : ok(id);
}
function parseAwsRegion(text) {
    const region = (0,types_names/* parseRegion */.cf)(text);
    return region === undefined ? notAllowed('a region such as eu-west-1') : ok(region);
}
function parseOnePlatform(text) {
    const platform = (0,types_names/* parsePlatform */.FL)(text);
    return platform === undefined ? notAllowed('platforms such as linux/amd64 or linux/arm/v7') : ok(platform);
}
/** A path of the repository with `*`, `**` and `?`; what climbs out of it would be no path of any commit. */
function parseGlob(text) {
    const path = text.replace(/^!/, '').replace(/^\.\//, '');
    const isInside = path !== '' && !path.startsWith('/') && !path.startsWith(':') && !path.split('/').includes('..');
    return isInside
        ? ok(text.startsWith('!') ? `!${path}` : path)
        : notAllowed('paths of the repository such as services/api/** (a leading ! takes paths out)');
}
function parseBuildArg(text) {
    return /^[^=\s]+(=|$)/.test(text)
        ? ok(text)
        : notAllowed('one NAME=value a line, or NAME alone to take it from the environment');
}
function parseLabel(text) {
    return /^[^=\s]+=/.test(text) ? ok(text) : notAllowed('one name=value a line');
}
function unique(items) {
    return [...new Set(items.map((item) => item.trim()).filter((item) => item !== ''))];
}
function invalidInputs(problems) {
    const sentences = problems.map(({ input, given, allowed, isItem = false }) => `Input ${input} ${isItem ? 'has' : 'is'} ${given === '' ? 'empty' : quote(given)}; allowed: ${allowed}.`);
    return new errors/* ShipError */.f({
        code: 'invalid-input',
        what: sentences.join(' '),
        next: problems.length === 1 ? 'Correct it in the step.' : 'Correct them in the step.',
        ...(problems.length > 1 && { details: sentences.join('\n') }),
    });
}

;// CONCATENATED MODULE: ./src/types/build-record.ts
/** What an image was made from, part by part. Every part is compared; `tree` is what differs from the commit. */
const recordParts = [
    'commit',
    'tree',
    'context',
    'file',
    'target',
    'platforms',
    'build-args',
    'labels',
    'annotations',
    'environment',
];
/** The label of an image that carries its record. */
const recordLabel = 'org.ecr-ship.record';
/** The label of the commit. Source: OCI image specification, annotations.md. */
const revisionLabel = 'org.opencontainers.image.revision';
/** Grows with the action's major version, and whenever the same inputs begin to make another image. */
const build_record_format = 'v1';
/** What the label holds where nobody knows what made the image. */
const noRecord = `${build_record_format},unknown`;
/** The text of the label, in which no shell finds anything to expand. */
function formatRecord({ parts, committedAt }) {
    const at = committedAt === undefined ? [] : [`at=${String(Math.round(committedAt / 1000))}`];
    return [build_record_format, ...at, ...recordParts.map((part) => `${part}=${parts[part]}`)].join(',');
}
/** Reads the label; undefined for anything that this version of the action has not written, or has written in doubt. */
function parseRecord(text) {
    const [version, ...fields] = text.split(',');
    if (version !== build_record_format)
        return undefined;
    const found = new Map();
    for (const field of fields) {
        const [, name, value] = /^([a-z-]+)=([0-9a-z]{1,64})$/.exec(field) ?? [];
        if (name === undefined || value === undefined || found.has(name))
            return undefined;
        found.set(name, value);
    }
    const seconds = found.get('at') ?? '';
    const parts = recordParts.map((part) => [part, found.get(part)]);
    if (parts.some(([, value]) => value === undefined))
        return undefined;
    if (found.size !== parts.length + (seconds === '' ? 0 : 1))
        return undefined;
    return {
        parts: Object.fromEntries(parts),
        committedAt: /^\d{1,11}$/.test(seconds) ? Number(seconds) * 1000 : undefined,
    };
}
/** The parts in which two images were made differently; none where one can stand for the other. */
function differences(one, other) {
    return recordParts.filter((part) => one.parts[part] !== other.parts[part]);
}
/** What each part is called in a sentence. */
const partNames = {
    commit: 'the commit',
    tree: 'files that are not those of the commit',
    context: 'the build context',
    file: 'the Dockerfile',
    target: 'the target',
    platforms: 'the platforms',
    'build-args': 'build-args',
    labels: 'labels',
    annotations: 'annotations',
    environment: "the builder's variables",
};
/** The beginning of a text's SHA-256, enough that nobody finds a second text. */
async function shortHash(text) {
    const bytes = new Uint8Array(await globalThis.crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
    return Array.from(bytes.subarray(0, 16), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

;// CONCATENATED MODULE: ./src/plan/labels.ts



const prefix = 'org.opencontainers.image.';
/** What only the action may say, for others go by it; of an annotation whatever its level. */
function refusalOf(name, value, standard) {
    const plain = name.slice(name.lastIndexOf(':') + 1);
    if (plain === recordLabel)
        return notAllowed(`no ${recordLabel}, which ecr-ship sets itself`);
    const commit = standard.get(revisionLabel);
    if (plain !== revisionLabel || value === commit)
        return undefined;
    return notAllowed(commit === undefined
        ? `no ${revisionLabel} where it is not certain which commit is built, not ${quote(value)}`
        : `as ${revisionLabel} the commit that is built, ${commit}, not ${quote(value)}`);
}
/**
 * The labels that every image gets. What is not known is left out.
 * Source: OCI image specification, annotations.md, "Pre-Defined Annotation Keys".
 * @param version the first of the image's names
 * @param createdAt milliseconds since 1970
 */
function standardLabels({ repository, commit }, version, createdAt) {
    const labels = {
        title: repository.name,
        description: repository.description,
        url: repository.url,
        source: repository.url,
        version,
        created: new Date(createdAt).toISOString(),
        revision: commit,
        licenses: repository.license,
    };
    const known = Object.entries(labels).filter((entry) => entry[1] !== undefined && entry[1] !== '');
    return new Map(known.map(([name, value]) => [`${prefix}${name}`, value]));
}
/**
 * The standard ones and the person's own, which win; each `name=value`, sorted by name. Expressions in values are
 * evaluated.
 */
function withOwn(standard, own, scope) {
    const all = new Map(standard);
    for (const line of own) {
        const equals = line.indexOf('=');
        const value = evaluate(line.slice(equals + 1), scope);
        if (!value.ok)
            return notAllowed(`in ${quote(line)} ${value.allowed}`);
        const name = line.slice(0, equals);
        const refusal = refusalOf(name, value.value, standard);
        if (refusal !== undefined)
            return refusal;
        // An annotation without a level is one of the manifest; buildx would take whichever comes last.
        if (name.startsWith('manifest:'))
            all.delete(name.slice('manifest:'.length));
        all.set(name, value.value);
    }
    const sorted = [...all].sort(([a], [b]) => (a < b ? -1 : 1));
    return ok(sorted.map(([name, value]) => `${name}=${value}`));
}

;// CONCATENATED MODULE: ./src/plan/date-tokens.ts
/**
 * A time in moment's format, whose tokens docker/metadata-action's users know. What is no token stands for itself;
 * `[text]` and a backslash keep a token from being read. Undefined for tokens whose answer depends on a language or
 * an era. Source: momentjs.com/docs, "Format".
 */
function formatLocal(time, format) {
    const parts = partsOf(time);
    if ([...format.matchAll(anyToken)].some(([found]) => isUnknown.test(found)))
        return undefined;
    return format.replace(anyToken, (found) => {
        if (found.startsWith('['))
            return found.slice(1, -1);
        const token = Object.hasOwn(tokens, found) ? tokens[found] : undefined;
        return token === undefined ? found.slice(1) : String(token(parts));
    });
}
const millisecondsOfDay = 24 * 3600_000;
function partsOf({ at, offset }) {
    const local = at + offset * 60_000;
    const date = new Date(local);
    const day = Math.floor(local / millisecondsOfDay);
    const weekday = date.getUTCDay();
    return {
        at,
        offset,
        year: date.getUTCFullYear(),
        month: date.getUTCMonth() + 1,
        dayOfMonth: date.getUTCDate(),
        dayOfYear: dayInYear(day),
        weekday,
        // A week belongs to the year of its Saturday (United States) or of its Thursday (ISO 8601).
        week: weekOf(day - weekday + 6),
        isoWeek: weekOf(day - ((weekday + 6) % 7) + 3),
        hour: date.getUTCHours(),
        minute: date.getUTCMinutes(),
        second: date.getUTCSeconds(),
        millisecond: date.getUTCMilliseconds(),
    };
}
function yearOf(day) {
    return new Date(day * millisecondsOfDay).getUTCFullYear();
}
function dayInYear(day) {
    return day - Date.UTC(yearOf(day), 0, 1) / millisecondsOfDay + 1;
}
/** The week and its year, from the day that decides to which year it belongs. */
function weekOf(day) {
    return { number: Math.floor((dayInYear(day) - 1) / 7) + 1, year: yearOf(day) };
}
const months = 'January February March April May June July August September October November December'.split(' ');
const weekdays = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');
const two = (value) => String(value).padStart(2, '0');
const lastTwo = (year) => two(year % 100);
const twelve = (hour) => hour % 12 || 12;
const month = ({ month: number }) => months[number - 1] ?? '';
const weekday = ({ weekday: number }) => weekdays[number] ?? '';
const fraction = (digits) => (parts) => String(parts.millisecond).padStart(3, '0').padEnd(9, '0').slice(0, digits);
const quarter = (parts) => Math.ceil(parts.month / 3);
function ordinal(value) {
    const last = Math.floor((value % 100) / 10) === 1 ? 0 : value % 10;
    return `${String(value)}${['th', 'st', 'nd', 'rd'][last] ?? 'th'}`;
}
function offsetText(minutes, separator) {
    const size = Math.abs(minutes);
    return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}${separator}${two(size % 60)}`;
}
const tokens = {
    Y: (t) => t.year,
    YY: (t) => lastTwo(t.year),
    YYYY: (t) => t.year,
    Q: quarter,
    Qo: (t) => ordinal(quarter(t)),
    M: (t) => t.month,
    Mo: (t) => ordinal(t.month),
    MM: (t) => two(t.month),
    MMM: (t) => month(t).slice(0, 3),
    MMMM: month,
    D: (t) => t.dayOfMonth,
    Do: (t) => ordinal(t.dayOfMonth),
    DD: (t) => two(t.dayOfMonth),
    DDD: (t) => t.dayOfYear,
    DDDo: (t) => ordinal(t.dayOfYear),
    DDDD: (t) => String(t.dayOfYear).padStart(3, '0'),
    d: (t) => t.weekday,
    do: (t) => ordinal(t.weekday),
    dd: (t) => weekday(t).slice(0, 2),
    ddd: (t) => weekday(t).slice(0, 3),
    dddd: weekday,
    e: (t) => t.weekday,
    E: (t) => t.weekday || 7,
    w: (t) => t.week.number,
    wo: (t) => ordinal(t.week.number),
    ww: (t) => two(t.week.number),
    gg: (t) => lastTwo(t.week.year),
    gggg: (t) => t.week.year,
    W: (t) => t.isoWeek.number,
    Wo: (t) => ordinal(t.isoWeek.number),
    WW: (t) => two(t.isoWeek.number),
    GG: (t) => lastTwo(t.isoWeek.year),
    GGGG: (t) => t.isoWeek.year,
    H: (t) => t.hour,
    HH: (t) => two(t.hour),
    h: (t) => twelve(t.hour),
    hh: (t) => two(twelve(t.hour)),
    k: (t) => t.hour || 24,
    kk: (t) => two(t.hour || 24),
    A: (t) => (t.hour < 12 ? 'AM' : 'PM'),
    a: (t) => (t.hour < 12 ? 'am' : 'pm'),
    m: (t) => t.minute,
    mm: (t) => two(t.minute),
    Hmm: (t) => `${String(t.hour)}${two(t.minute)}`,
    hmm: (t) => `${String(twelve(t.hour))}${two(t.minute)}`,
    Hmmss: (t) => `${String(t.hour)}${two(t.minute)}${two(t.second)}`,
    hmmss: (t) => `${String(twelve(t.hour))}${two(t.minute)}${two(t.second)}`,
    s: (t) => t.second,
    ss: (t) => two(t.second),
    ...Object.fromEntries([1, 2, 3, 4, 5, 6, 7, 8, 9].map((digits) => ['S'.repeat(digits), fraction(digits)])),
    X: (t) => Math.floor(t.at / 1000),
    x: (t) => t.at,
    Z: (t) => offsetText(t.offset, ':'),
    ZZ: (t) => offsetText(t.offset, ''),
};
/** Names of zones, eras, years of five digits, and orders that differ from language to language. */
const unknown = ['N{1,5}', 'y{1,4}', 'Y{5,6}', 'g{5}', 'G{5}', 'zz?', 'L{1,4}', 'l{1,4}'];
const isUnknown = new RegExp(`^(?:${unknown.join('|')})$`);
const longestFirst = Object.keys(tokens).sort((a, b) => b.length - a.length);
/** Text in brackets, a token, or a backslash and the token that it takes the meaning from. */
const anyToken = new RegExp(String.raw `\[[^[]*\]|(?:\\)?(?:${[...unknown, ...longestFirst].join('|')})|\\`, 'g');

;// CONCATENATED MODULE: ./src/plan/dates.ts


/**
 * `{{date 'YYYYMMDD' tz='Asia/Seoul'}}`: an instant in moment's format, in UTC where no zone is given, as
 * docker/metadata-action has it. Without a format it is ISO 8601.
 * @param at milliseconds since 1970
 */
function formatDate(at, { positional, named }) {
    const stranger = [...named.keys()].find((name) => name !== 'tz');
    if (stranger !== undefined)
        return notAllowed(`for a date the argument tz, not ${quote(stranger)}`);
    if (positional.length > 1)
        return notAllowed(`one format for a date, not ${String(positional.length)}`);
    const zone = named.get('tz') ?? 'UTC';
    const offset = offsetOf(zone, at);
    if (offset === undefined)
        return notAllowed(`a time zone such as UTC or Europe/Berlin, not ${quote(zone)}`);
    const iso = `YYYY-MM-DDTHH:mm:ss${offset === 0 ? '[Z]' : 'Z'}`;
    const text = formatLocal({ at, offset }, positional[0] || iso);
    return text === undefined
        ? notAllowed(`for a date tokens such as YYYY, MM, DD, HH, mm, ss, WW or X, not those for eras, zone names and ` +
            `languages (N, y, z, L); other letters in brackets, as in [v]YYYY (this one is not: ${quote(positional[0] ?? '')})`)
        : ok(text);
}
/** Minutes east of UTC at that instant; undefined for a zone that does not exist. */
function offsetOf(timeZone, at) {
    try {
        const options = { timeZone, hourCycle: 'h23' };
        const numbers = { year: 'numeric', month: 'numeric', day: 'numeric' };
        const clock = { hour: 'numeric', minute: 'numeric', second: 'numeric' };
        const shown = new Intl.DateTimeFormat('en-US', { ...options, ...numbers, ...clock }).formatToParts(at);
        const part = (type) => Number(shown.find((candidate) => candidate.type === type)?.value);
        const local = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
        return Math.round((local - at) / 60_000);
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./src/plan/scope.ts



const shortShaLength = 7;
/**
 * The expressions that tags, labels and annotations share. What does not apply to the event is empty; what cannot be
 * known is an error and not a guess.
 * @param now milliseconds since 1970
 */
function scopeOf(source, now) {
    const { ref, commit, committedAt, baseBranch } = source;
    return {
        branch: plain(ok(ref.kind === 'branch' ? ref.name : '')),
        tag: plain(ok(ref.kind === 'tag' ? ref.name : '')),
        sha: plain(ok(commit?.slice(0, shortShaLength) ?? '')),
        base_ref: plain(ok(baseBranch ?? '')),
        is_default_branch: plain(isDefaultBranch(source, (answer) => answer)),
        is_not_default_branch: plain(isDefaultBranch(source, (answer) => !answer)),
        date: (call) => formatDate(now, call),
        commit_date: (call) => committedAt === undefined
            ? notAllowed('{{commit_date}} only where the commit is known; check out the repository before this step, ' +
                'or let the input github-token have contents: read')
            : formatDate(committedAt, call),
    };
}
function isDefaultBranch({ ref, repository }, answer) {
    if (ref.kind !== 'branch')
        return ok('false');
    return repository.defaultBranch === undefined
        ? notAllowed('{{is_default_branch}} only where the default branch is known; let the input github-token have contents: read')
        : ok(String(answer(ref.name === repository.defaultBranch)));
}

// EXTERNAL MODULE: ./node_modules/@renovatebot/pep440/index.js
var pep440 = __nccwpck_require__(8898);
// EXTERNAL MODULE: ./node_modules/semver/functions/compare.js
var functions_compare = __nccwpck_require__(8469);
var compare_default = /*#__PURE__*/__nccwpck_require__.n(functions_compare);
// EXTERNAL MODULE: ./node_modules/semver/functions/parse.js
var parse = __nccwpck_require__(6353);
var parse_default = /*#__PURE__*/__nccwpck_require__.n(parse);
;// CONCATENATED MODULE: ./src/types/version.ts



/** Reads a version; undefined for what is none. A leading `v` is allowed, a part that is missing is not (semver). */
function parseVersion(scheme, raw) {
    return scheme === 'semver' ? fromSemver(raw.trim()) : fromPep440(raw.trim());
}
/** Below zero where `a` is the lower one. */
function compareVersions(a, b) {
    return a.scheme === 'semver' ? compare_default()(a.version, b.version) : pep440.compare(a.version, b.version);
}
function fromSemver(raw) {
    const parsed = parse_default()(raw);
    if (parsed === null)
        return undefined;
    const { version, major, minor, patch, prerelease } = parsed;
    return { scheme: 'semver', raw, version, major, minor, patch, isFinal: prerelease.length === 0 };
}
function fromPep440(raw) {
    // What follows the plus sign is the local build, which the library would write with a comma.
    const [published = ''] = raw.split('+');
    const version = pep440.clean(published);
    const parts = pep440.explain(raw);
    if (version === null || parts === null)
        return undefined;
    const [major = 0, minor = 0, patch = 0] = parts.release;
    const isFinal = !parts.is_prerelease && !parts.is_postrelease && !parts.is_devrelease;
    return { scheme: 'pep440', raw, version, major, minor, patch, isFinal };
}

// EXTERNAL MODULE: ./src/plan/refs.ts
var refs = __nccwpck_require__(3305);
;// CONCATENATED MODULE: ./src/plan/tags/give.ts





/** Applies one rule to the facts of a run. An error where an expression cannot be evaluated. */
function give(rule, source, scope) {
    const { ref, event, commit } = source;
    switch (rule.type) {
        case 'schedule':
            return event === 'schedule'
                ? give_text(rule.pattern, source, scope, 'the event is schedule')
                : give_nothing(`the event is ${event === '' ? 'unknown' : event}, not schedule`);
        case 'semver':
        case 'pep440':
            return withVersionText(rule, source, scope, (found) => giveVersion(rule, found, scope));
        case 'match':
            return withVersionText(rule, source, scope, (found) => giveMatch(rule, found, source));
        case 'edge': {
            const branch = rule.branch ?? source.repository.defaultBranch;
            if (ref.kind !== 'branch')
                return give_nothing(`${(0,refs/* describe */.q)(source)} is no branch`);
            if (branch === undefined)
                return give_nothing('the default branch is not known; name it with branch=');
            return ref.name === branch
                ? ok({ value: 'edge', kind: 'moving', latest: false, why: `the branch is ${branch}` })
                : give_nothing(`the branch is ${ref.name}, not ${branch}`);
        }
        case 'ref':
            return giveRef(rule.event, source);
        case 'raw':
            return give_text(rule.value, source, scope, 'it is always given');
        case 'sha':
            return commit === undefined
                ? give_nothing('no commit is known')
                : ok({
                    value: rule.format === 'long' ? commit : commit.slice(0, shortShaLength),
                    kind: 'fixed',
                    latest: false,
                    why: 'the commit is known',
                });
    }
}
function giveRef(event, source) {
    const { ref } = source;
    if (event === 'branch' && ref.kind === 'branch')
        return ok({ value: ref.name, kind: 'moving', latest: false, why: (0,refs/* describe */.q)(source) });
    if (event === 'pr' && ref.kind === 'pull-request')
        return ok({ value: String(ref.number), kind: 'moving', latest: false, why: (0,refs/* describe */.q)(source) });
    if (event === 'tag' && ref.kind === 'tag') {
        const found = parseVersion('semver', ref.name);
        return ok({
            value: ref.name,
            kind: isPartialVersion(ref.name) ? 'moving' : 'fixed',
            latest: found?.isFinal ?? true,
            ...(found !== undefined && { version: wholly(found, ref.name) }),
            why: (0,refs/* describe */.q)(source),
        });
    }
    return give_nothing(`${(0,refs/* describe */.q)(source)} is no ${event === 'pr' ? 'pull request' : event}`);
}
/** The text in which semver, pep440 and match look: the rule's value, or the git tag. */
function withVersionText(rule, source, scope, use) {
    if (rule.value === undefined) {
        return source.ref.kind === 'tag'
            ? use(source.ref.name)
            : give_nothing(`${(0,refs/* describe */.q)(source)} is no tag, and the rule has no value`);
    }
    const value = evaluate(rule.value, scope);
    if (!value.ok)
        return value;
    return value.value === '' ? give_nothing('its value is empty') : use(value.value);
}
function giveVersion(rule, found, scope) {
    const matched = rule.match === undefined ? found : rule.match.exec(found)?.[1];
    if (matched === undefined)
        return surprise(`${quote(found)} does not match ${String(rule.match)}`);
    const version = parseVersion(rule.type, matched.replaceAll('/', '-'));
    if (version === undefined)
        return surprise(`${quote(matched)} is no version of ${rule.type === 'semver' ? 'SemVer' : 'PEP 440'}`);
    // Part of a pre-release is a name that people pull in the belief that it is a release.
    const pattern = version.isFinal ? rule.pattern : rule.pattern.replace(partsOfVersion, '{{version}}');
    const words = expressions_wordsOf(pattern);
    if (onlyMajor(words) && version.major === 0)
        return give_nothing('a major version of 0 promises nothing to whoever follows it');
    const value = evaluate(pattern, { ...scope, ...scopeOfVersion(version) });
    if (!value.ok)
        return value;
    const whole = evaluate(rule.pattern.replace(partsOfVersion, '{{version}}'), {
        ...scope,
        ...scopeOfVersion(version),
    });
    if (!whole.ok)
        return whole;
    const isWhole = words.includes('version') ||
        words.includes('raw') ||
        ['major', 'minor', 'patch'].every((part) => words.includes(part));
    return ok({
        value: value.value,
        kind: isWhole ? 'fixed' : 'moving',
        latest: version.isFinal,
        version: { version, within: withinOf(words), whole: whole.value },
        why: `${quote(found)} is ${version.isFinal ? 'the version' : 'the pre-release'} ${version.version}`,
    });
}
const partsOfVersion = /\{\{\s*(?:major|minor|patch)\s*\}\}(?:[._-]?\{\{\s*(?:major|minor|patch)\s*\}\})*/g;
function scopeOfVersion({ raw, version, major, minor, patch }) {
    const words = { raw, version, major, minor, patch };
    return Object.fromEntries(Object.entries(words).map(([word, part]) => [word, plain(ok(String(part)))]));
}
function onlyMajor(words) {
    return (words.includes('major') && !['minor', 'patch', 'version', 'raw'].some((word) => words.includes(word)));
}
function withinOf(words) {
    if (words.includes('minor'))
        return 'minor';
    return words.includes('major') ? 'major' : 'all';
}
function giveMatch(rule, found, source) {
    const value = rule.pattern.exec(found)?.[rule.group];
    if (value === undefined)
        return give_nothing(`${quote(found)} does not match ${String(rule.pattern)}`);
    const version = parseVersion('semver', value);
    return ok({
        value,
        kind: kindOf(value, source),
        // A part of a pre-release is not a release.
        latest: (version ?? parseVersion('semver', found))?.isFinal ?? true,
        ...(version !== undefined && { version: wholly(version, value) }),
        why: `${quote(found)} matches`,
    });
}
function give_text(template, source, scope, why) {
    const value = evaluate(template, scope);
    if (!value.ok)
        return value;
    return value.value.trim() === ''
        ? give_nothing(`${quote(template)} is empty for ${(0,refs/* describe */.q)(source)}`)
        : ok({ value: value.value, kind: kindOf(value.value, source), latest: false, why });
}
/** What holds a commit or a whole version should never name another image. */
function kindOf(value, source) {
    return holdsCommit(value, source) || /^v?\d+\.\d+\.\d+(?:[-.][0-9A-Za-z.-]+)?$/.test(value)
        ? 'fixed'
        : 'moving';
}
function holdsCommit(text, { commit }) {
    return commit !== undefined && text.includes(commit.slice(0, shortShaLength));
}
function isPartialVersion(text) {
    return /^v?\d+(?:\.\d+)?$/.test(text) || text === 'latest';
}
function wholly(version, whole) {
    return { version, within: 'all', whole };
}
function give_nothing(why) {
    return ok({ value: undefined, why, isSurprise: false });
}
/** Nothing, where the person has reason to expect something. */
function surprise(why) {
    return ok({ value: undefined, why, isSurprise: true });
}

;// CONCATENATED MODULE: ./src/plan/tags/legal.ts

const longest = 128;
const hashLength = 8;
/**
 * Any text as a legal tag: what a tag may not hold becomes a hyphen, as docker/metadata-action does it. Where more
 * than that would be lost (letters that are not ASCII, or all beyond 128 characters) a hash of the whole text is put
 * at the end, so that two different texts do not become the same tag. Undefined where nothing was given.
 */
function legalTag(text) {
    if (text.trim() === '')
        return undefined;
    const cleaned = text.replace(/[^A-Za-z0-9._-]+/g, '-').replace(/^[.-]+/, '');
    const isWhole = cleaned !== '' && cleaned.length <= longest && !/[^\u0000-\u007f]/.test(text);
    if (isWhole)
        return (0,types_names/* parseTag */.ED)(cleaned);
    const kept = cleaned.slice(0, longest - hashLength - 1).replace(/[.-]+$/, '');
    return (0,types_names/* parseTag */.ED)(kept === '' ? legal_shortHash(text) : `${kept}-${legal_shortHash(text)}`);
}
/** Eight letters and digits. FNV-1a, 64 bits: a tag must not change with the machine, and nobody attacks it. */
function legal_shortHash(text) {
    let hash = 0xcbf29ce484222325n;
    for (const byte of new TextEncoder().encode(text))
        hash = ((hash ^ BigInt(byte)) * 0x100000001b3n) & mask;
    return hash.toString(36).padStart(hashLength, '0').slice(-hashLength);
}
const mask = (1n << 64n) - 1n;

;// CONCATENATED MODULE: ./src/plan/tags/reserved.ts


const anyVersion = String.raw `v?\d+(?:\.\d+)+(?:[^0-9.].*)?`;
/** Whatever the rules are. */
const always = [
    { pattern: new RegExp(`^(?:${anyVersion}|v?\\d+)$`, 'i'), of: 'a version', forGitTags: true },
    { pattern: /^latest$/, of: 'the latest release', forGitTags: true },
    { pattern: /^sha-[0-9a-f]{7,64}$/i, of: 'a commit', forGitTags: false },
    { pattern: /^pr-\d+$/i, of: 'a pull request', forGitTags: false },
    { pattern: new RegExp(`^${candidatePrefix}`), of: 'an image that has not passed', forGitTags: false },
];
/**
 * What a name stands for that a branch or a git tag does not get by being pushed: versions, `latest`, commits, pull
 * requests and candidates, in the form of the rules of this run too; undefined where it is free.
 * @param from what the name is made from
 */
function reservedFor(tag, from, rules, flavor) {
    const shapes = [...always, ...rules.flatMap((rule) => shapeOf(rule, flavor))];
    return shapes.find(({ pattern, forGitTags }) => (from === 'branch' || !forGitTags) && pattern.test(tag))
        ?.of;
}
/** The names that a rule gives for something else than a branch or a git tag; none where they can be any. */
function shapeOf(rule, flavor) {
    const shape = (inside, of, forGitTags) => {
        const [before, after] = [rule.prefix ?? flavor.prefix, rule.suffix ?? flavor.suffix].map(literal);
        return before === undefined || after === undefined
            ? []
            : [{ pattern: new RegExp(`^${before}${inside}${after}$`), of, forGitTags }];
    };
    switch (rule.type) {
        case 'semver':
        case 'pep440':
            return expressions_wordsOf(rule.pattern).length === 0
                ? []
                : shape(patternOf(rule.pattern), `what the rule ${rule.text} gives for a version`, true);
        case 'sha':
            return shape('[0-9a-fA-F]{7,64}', `what the rule ${rule.text} gives for a commit`, false);
        case 'edge':
            return shape('edge', `what the rule ${rule.text} gives`, true);
        case 'raw': {
            const value = literal(rule.value);
            return value === undefined ? [] : shape(value, `what the rule ${rule.text} gives`, true);
        }
        case 'ref':
            return rule.event === 'pr' ? shape(String.raw `\d+`, `what the rule ${rule.text} gives`, false) : [];
        case 'schedule':
        case 'match':
            return [];
    }
}
/** A version rule's pattern as a regular expression: its words become digits, what stands around them stays. */
function patternOf(pattern) {
    const words = /\{\{\{?\s*(\w+)[^{}]*\}?\}\}/g;
    let expression = '';
    let end = 0;
    for (const match of pattern.matchAll(words)) {
        const [whole, word] = match;
        expression += escaped(pattern.slice(end, match.index));
        expression += ['major', 'minor', 'patch'].includes(word ?? '') ? String.raw `\d+` : `(?:${anyVersion})`;
        end = match.index + whole.length;
    }
    return expression + escaped(pattern.slice(end));
}
function literal(text) {
    return expressions_wordsOf(text).length > 0 ? undefined : escaped(text);
}
/** What a tag may not hold is a hyphen in it. */
function escaped(text) {
    return text.replace(/[^A-Za-z0-9._-]+/g, '-').replace(/[.-]/g, String.raw `\$&`);
}

;// CONCATENATED MODULE: ./src/plan/tags/names.ts





/**
 * The names that the rules give for this run, each once: by priority, then in the order in which they were written,
 * `latest` last. The first one is the version of the image.
 */
function planNames(rules, flavor, source, scope) {
    const applied = [];
    for (const rule of [...rules].sort((a, b) => b.priority - a.priority)) {
        const one = applyRule(rule, flavor, source, scope);
        if (!one.ok)
            return one;
        applied.push(one.value);
    }
    const borrowed = borrowedName(applied, flavor, source);
    if (borrowed !== undefined)
        return borrowed;
    const names = [];
    const outcomes = [];
    let first;
    let firstName;
    for (const { rule, given, name } of applied) {
        outcomes.push(outcomeOf(rule, given, name, names));
        if (name === undefined || given.value === undefined)
            continue;
        first ??= given;
        firstName ??= name;
        if (!names.some(({ tag }) => tag === name.tag))
            names.push(name);
    }
    const latest = latestName(flavor, source, { first, firstName }, scope);
    if (!latest.ok)
        return latest;
    const { name, outcome } = latest.value;
    return ok({
        names: name === undefined ? names : withLatest(names, name),
        rules: [...outcomes, outcome],
    });
}
function applyRule(rule, flavor, source, scope) {
    const none = (why) => ok({ rule, given: { value: undefined, why, isSurprise: false }, name: undefined });
    const enable = evaluate(rule.enable, scope);
    if (!enable.ok)
        return inRule(rule, enable);
    if (enable.value !== 'true' && enable.value !== 'false')
        return inRule(rule, notAllowed(`enable to give true or false, not ${quote(enable.value)}`));
    if (enable.value === 'false')
        return none(rule.enable === 'false' ? 'it is not enabled' : `${rule.enable} is false`);
    const given = give(rule, source, scope);
    if (!given.ok)
        return inRule(rule, given);
    const { value } = given.value;
    if (value === undefined)
        return ok({ rule, given: given.value, name: undefined });
    const prefix = evaluate(rule.prefix ?? flavor.prefix, scope);
    const suffix = evaluate(rule.suffix ?? flavor.suffix, scope);
    if (!prefix.ok)
        return inRule(rule, prefix);
    if (!suffix.ok)
        return inRule(rule, suffix);
    const tag = legalTag(`${prefix.value}${value}${suffix.value}`);
    if (tag === undefined)
        return none('what it gives is empty');
    if (source.trust === 'stranger' && !isOfStranger(rule, tag, source))
        return none(`${tag} is no name of the commit or of the pull request, and what is built may be a stranger's`);
    const { version } = given.value;
    const kind = [prefix, suffix].some((affix) => holdsCommit(affix.value, source))
        ? 'fixed'
        : given.value.kind;
    const claim = flavor.latest === 'highest' && version !== undefined
        ? claimOf(version, prefix.value, suffix.value)
        : undefined;
    const name = {
        tag,
        kind,
        ...(version !== undefined && { version: version.version }),
        ...(isNameOfRef(rule) && { isOfRef: true }),
        ...(claim !== undefined && { claim }),
    };
    return ok({ rule, given: given.value, name });
}
function isNameOfRef(rule) {
    return (rule.type === 'edge' ||
        (rule.type === 'ref' && rule.event !== 'tag') ||
        (rule.type === 'raw' && expressions_wordsOf(rule.value).includes('branch')));
}
/** Whether a name says by itself what it stands for: the commit that is built, or the pull request. */
function isOfStranger(rule, tag, source) {
    const { ref } = source;
    if (rule.type === 'sha' || rule.type === 'ref' || holdsCommit(tag, source))
        return true;
    if (ref.kind !== 'pull-request')
        return false;
    const words = 'pr|pull|pull-request|preview|review|mr';
    return new RegExp(`(?:^|[-_.])(?:${words})[-_]?${String(ref.number)}(?:[-_.]|$)`, 'i').test(tag);
}
/**
 * A branch or a git tag that is called like a version, `latest`, a commit, a pull request or a candidate does not get
 * that name by being pushed: whoever pulls it believes in something else. A rule that gives it by itself allows it.
 */
function borrowedName(applied, flavor, source) {
    const { ref } = source;
    if (ref.kind !== 'branch' && ref.kind !== 'tag')
        return undefined;
    const isOfRef = ({ rule }) => (rule.type === 'ref' && rule.event === ref.kind) ||
        (rule.type === 'raw' &&
            expressions_wordsOf(`${rule.prefix ?? ''}${rule.value}${rule.suffix ?? ''}`).includes(ref.kind));
    const others = applied.filter((one) => !isOfRef(one));
    const allowed = new Set(others.map(({ name }) => name?.tag));
    for (const { rule, name } of applied.filter(isOfRef)) {
        if (name === undefined || allowed.has(name.tag))
            continue;
        const of = reservedFor(name.tag, ref.kind, others.map((one) => one.rule), flavor);
        if (of !== undefined)
            return inRule(rule, notAllowed(`a name of the ${ref.kind} itself; ${quote(name.tag)} stands for ${of}, and the ${ref.kind} ${quote(ref.name)} does not get it ` +
                `by being pushed (if it should, add the rule type=raw,value=${name.tag} with an enable= that says when)`));
    }
    return undefined;
}
/** Around its version a name looks like those of the other versions; that is how they are found among all tags. */
function claimOf({ version, within, whole }, prefix, suffix) {
    const tag = legalTag(`${prefix}${whole}${suffix}`) ?? '';
    const at = tag.indexOf(version.version);
    return at < 0
        ? { version, within, before: prefix, after: suffix }
        : { version, within, before: tag.slice(0, at), after: tag.slice(at + version.version.length) };
}
function outcomeOf(rule, given, name, before) {
    const again = before.some(({ tag }) => tag === name?.tag) ? '; another rule gives it too' : '';
    return {
        rule: rule.text,
        tag: name?.tag,
        why: `${given.why}${again}`,
        isSurprise: given.value === undefined && given.isSurprise,
    };
}
/** A rule may have given that tag already; then it stays where it is, and keeps to the claim. */
function withLatest(names, latest) {
    const isThere = names.some(({ tag }) => tag === latest.tag);
    return isThere
        ? names.map((name) => (name.tag === latest.tag ? { ...latest, ...name } : name))
        : [...names, latest];
}
/** `latest` follows the first rule that gave a name, unless the flavor decides. */
function latestName(flavor, source, { first, firstName, }, scope) {
    const rule = `flavor latest=${flavor.latest}`;
    const none = (why) => ok({ name: undefined, outcome: { rule, tag: undefined, why, isSurprise: false } });
    if (flavor.latest === 'false')
        return none('it is switched off');
    if (first === undefined || firstName === undefined)
        return none('there is no other name');
    if (source.trust !== 'ref')
        return none(source.why);
    if (flavor.latest !== 'true' && !first.latest)
        return none(`${firstName.tag}, the first of the names, is no release that a version or a git tag gives`);
    const claim = firstName.claim;
    if (flavor.latest === 'highest' && claim === undefined)
        return none(`${firstName.tag}, the first of the names, holds no version that could be compared`);
    const text = `${flavor.prefixLatest ? flavor.prefix : ''}latest${flavor.suffixLatest ? flavor.suffix : ''}`;
    const value = evaluate(text, scope);
    if (!value.ok)
        return value;
    const tag = legalTag(value.value);
    if (tag === undefined)
        return none('it is empty');
    const why = flavor.latest === 'true'
        ? 'it is always given'
        : flavor.latest === 'auto'
            ? `${firstName.tag}, the first of the names, is a release`
            : `only if ECR holds no higher version than ${claim?.version.version ?? ''}`;
    const name = {
        tag,
        kind: 'moving',
        ...(firstName.version !== undefined && { version: firstName.version }),
        ...(flavor.latest === 'highest' && claim !== undefined && { claim: { ...claim, within: 'all' } }),
    };
    return ok({ name, outcome: { rule, tag, why, isSurprise: false } });
}
function inRule(rule, problem) {
    if (problem.ok)
        throw new Error('only a problem can be put into a rule');
    return notAllowed(`in the rule ${quote(rule.text)} ${problem.allowed}`);
}

;// CONCATENATED MODULE: ./src/plan/plan.ts








/**
 * Decides everything that can be decided before Docker or AWS are asked.
 * @param now milliseconds since 1970
 * @param shortId a few random letters and digits that make the candidate's tag unique
 */
function makePlan(inputs, run, source, now, shortId) {
    const scope = scopeOf(source, now);
    const { names, rules } = usable('tags', planNames(inputs.tagRules, inputs.flavor, source, scope));
    if (names.length === 0 && inputs.push && inputs.mode === 'ship')
        throw noNames(rules, source);
    const standard = standardLabels(source, names[0]?.tag, createdAt(run, now));
    return {
        inputs,
        source,
        names,
        rules,
        labels: usable('labels', withOwn(standard, inputs.build.labels, scope)),
        annotations: usable('annotations', withOwn(standard, inputs.build.annotations, scope)),
        record: undefined,
        candidateTag: candidateTag(run, shortId),
    };
}
/** The plan with what makes its image, which one of the labels carries, so that no Dockerfile can say another one. */
function withRecord(plan, record) {
    const label = `${recordLabel}=${record === undefined ? noRecord : formatRecord(record)}`;
    return { ...plan, record, labels: [...plan.labels, label].sort() };
}
/** What the rules and labels of a run name that an event may not say. */
function wantedFacts({ tagRules, flavor, build }) {
    const templates = [
        ...tagRules.flatMap((rule) => [rule.text, rule.enable]),
        flavor.prefix,
        flavor.suffix,
        ...build.labels,
        ...build.annotations,
    ];
    const words = new Set(templates.flatMap(expressions_wordsOf));
    return {
        repository: true,
        defaultBranch: words.has('is_default_branch') ||
            words.has('is_not_default_branch') ||
            tagRules.some((rule) => rule.type === 'edge' && rule.branch === undefined),
        commitDate: words.has('commit_date'),
    };
}
/** The end of the year 9999, beyond which a date has more digits than RFC 3339 knows. */
const lastSecond = Date.UTC(10_000, 0) / 1000 - 1;
function createdAt({ sourceDateEpoch }, now) {
    if (sourceDateEpoch === undefined)
        return now;
    if (!/^\d{1,12}$/.test(sourceDateEpoch) || Number(sourceDateEpoch) > lastSecond) {
        throw new errors/* ShipError */.f({
            code: 'invalid-input',
            what: `SOURCE_DATE_EPOCH is ${JSON.stringify(sourceDateEpoch)}; allowed: whole seconds since 1970, at most to the year 9999.`,
            next: 'Correct the variable, or leave it out.',
        });
    }
    return Number(sourceDateEpoch) * 1000;
}
/** A tag that no person would pull and no other run would choose. */
function candidateTag(run, shortId) {
    const tag = (0,types_names/* parseTag */.ED)(`${candidatePrefix}${run.runLabel}-${shortId}`);
    if (tag === undefined)
        throw new Error(`not a tag: ${candidatePrefix}${run.runLabel}-${shortId}`);
    return tag;
}
/** Throws `builder-unfit` where the builder cannot do what the inputs ask for. */
function requireFit({ inputs }, builder) {
    if (inputs.build.platforms.length < 2 || builder.multiPlatform)
        return;
    throw new errors/* ShipError */.f({
        code: 'builder-unfit',
        what: `Input platforms asks for ${String(inputs.build.platforms.length)} platforms in one build, which ${builder.description} cannot do.`,
        next: 'Add docker/setup-buildx-action before this step, or turn on the containerd image store of the engine, ' +
            'or give one platform.',
    });
}
function usable(input, parsed) {
    if (parsed.ok)
        return parsed.value;
    throw new errors/* ShipError */.f({
        code: 'invalid-input',
        what: `Input ${input} cannot be used in this run; allowed: ${parsed.allowed}.`,
        next: 'Correct it in the step.',
    });
}
function noNames(rules, { doubt }) {
    const each = rules.map(({ rule, why }) => `${rule}: ${why}`);
    return new errors/* ShipError */.f({
        code: 'no-names',
        what: `${doubt === undefined ? '' : `${doubt.what} `}No rule of the input tags gives this run a name: ${each.join('; ')}.`,
        next: doubt?.next ??
            'Add a rule that fits this event, such as type=sha, or set push: false for it; mode: plan shows what each rule gives.',
        details: ['What each rule of the input tags gave:', ...each].join('\n'),
    });
}

;// CONCATENATED MODULE: ./src/plan/build-record.ts





/** Variables that docker and buildx go by, and that make another image of the same inputs. */
const variables = ['SOURCE_DATE_EPOCH'];
/** The same where the input platforms leave it to the builder for which platform it builds. */
const variablesOfPlatform = ['DOCKER_DEFAULT_PLATFORM', 'RUNNER_ARCH'];
/**
 * What makes the image of this run; undefined where the commit or the files are not known. Dates in labels do not
 * count, for they differ every time.
 */
async function recordOf(inputs, facts) {
    const { tree, source, variable } = facts;
    const { built } = source;
    if (built === undefined || tree === undefined || tree.kind === 'unknown')
        return undefined;
    const { build } = inputs;
    const scope = scopeOf(source, 0);
    const standard = new Map(source.commit === undefined ? [] : [[revisionLabel, source.commit]]);
    const own = (lines) => {
        const evaluated = withOwn(standard, lines, scope);
        return evaluated.ok ? evaluated.value : lines;
    };
    const texts = {
        context: placeOf(build.context),
        file: build.file === undefined ? '' : placeOf(build.file),
        target: build.target ?? '',
        platforms: build.platforms.map(types_names/* usualPlatform */.Qq).toSorted(),
        'build-args': byName(build.buildArgs.map((argument) => withValue(argument, variable))),
        labels: own(build.labels),
        annotations: own(build.annotations),
        environment: [...variables, ...(build.platforms.length === 0 ? variablesOfPlatform : [])].map((name) => variable(name) ?? ''),
    };
    const names = Object.keys(texts);
    const hashed = await Promise.all(names.map(async (part) => [part, await shortHash(JSON.stringify(texts[part]))]));
    return {
        parts: {
            commit: built,
            tree: tree.kind === 'clean' ? 'clean' : tree.digest.slice('sha256:'.length),
            ...Object.fromEntries(hashed),
        },
        committedAt: source.committedAt,
    };
}
/** A path in its shortest form; of a Git URL what is neither its commit nor a secret. */
function placeOf(path) {
    const remote = /^([a-z]+:\/\/)(?:[^/@]*@)?([^#]*)(?:#[^:]*(:.*)?)?$/.exec(path);
    if (remote !== null)
        return (0,redact/* withoutCredentials */.ri)(`${remote[1] ?? ''}${remote[2] ?? ''}${remote[3] ?? ''}`);
    const parts = path.split('/').filter((part, index) => part !== '.' && (part !== '' || index === 0));
    return parts.join('/') || '.';
}
/** `NAME` alone takes its value from the environment. */
function withValue(argument, variable) {
    return argument.includes('=') ? argument : `${argument}=${variable(argument) ?? ''}`;
}
/** In the order of their names; of a name that is there twice the last one counts, so their order stays. */
function byName(assignments) {
    const nameOf = (assignment) => assignment.slice(0, assignment.indexOf('='));
    return assignments.toSorted((a, b) => (nameOf(a) < nameOf(b) ? -1 : nameOf(a) > nameOf(b) ? 1 : 0));
}

// EXTERNAL MODULE: ./src/plan/event.ts
var plan_event = __nccwpck_require__(9271);
// EXTERNAL MODULE: ./src/plan/payload.ts
var plan_payload = __nccwpck_require__(3193);
;// CONCATENATED MODULE: ./src/plan/claims.ts



/**
 * The refs that an event tells of, each with its commits. Nothing else may be called by a ref's name, whatever lies in
 * the checkout. Source: GitHub docs, "Events that trigger workflows" (GITHUB_SHA and GITHUB_REF of each) and "Webhook
 * payloads".
 */
function claimsOf(event) {
    const facts = (0,plan_event/* readEvent */.j)(event);
    const payload = (0,plan_payload/* object */.Ik)(event.payload);
    const own = ownClaim(facts, (0,plan_payload/* object */.Ik)(payload['pull_request']));
    const others = [...runBefore(event), ...pullRequestOfComment(payload)];
    return { own, others };
}
function ownClaim(facts, pullRequest) {
    const { ref, baseBranch } = facts;
    if (ref.kind !== 'pull-request') {
        // The payload's newest commit is another spelling of GITHUB_SHA for a pushed tag that is an object of its own.
        return { ref, baseBranch, commits: claims_known([facts.commit, facts.dated?.sha]) };
    }
    // GITHUB_SHA of pull_request_target is a commit of the base branch, not of the pull request.
    const merge = facts.name === 'pull_request_target' ? undefined : facts.commit;
    const test = (0,plan_payload/* commit */.cd)((0,plan_payload/* text */.Qq)(pullRequest['merge_commit_sha']));
    return { ref, baseBranch, commits: claims_known([merge, facts.headCommit, test]) };
}
/**
 * The run that a workflow_run follows. Of a run of another repository (a fork) the branch says nothing, whatever it is
 * called; that of a pushed tag looks like that of a branch of the same name.
 */
function runBefore(event) {
    if (event.name !== 'workflow_run')
        return [];
    const payload = (0,plan_payload/* object */.Ik)(event.payload);
    const run = (0,plan_payload/* object */.Ik)(payload['workflow_run']);
    const sha = (0,plan_payload/* commit */.cd)((0,plan_payload/* text */.Qq)(run['head_sha']));
    if (sha === undefined)
        return [];
    if ((0,plan_payload/* text */.Qq)(run['event']).startsWith('pull_request')) {
        const [pullRequest] = Array.isArray(run['pull_requests']) ? run['pull_requests'].map(plan_payload/* object */.Ik) : [];
        const number = (0,plan_payload/* wholeNumber */.rD)(pullRequest?.['number']);
        if (number === undefined)
            return [];
        const baseBranch = (0,plan_payload/* nonEmpty */.hq)((0,plan_payload/* text */.Qq)((0,plan_payload/* object */.Ik)(pullRequest?.['base'])['ref']));
        return [{ ref: { kind: 'pull-request', number }, commits: [sha], baseBranch }];
    }
    const head = (0,plan_payload/* fullNameOf */.E4)(run['head_repository']);
    if (head === undefined || head !== (0,plan_payload/* fullNameOf */.E4)(payload['repository']))
        return [];
    const branch = (0,plan_payload/* text */.Qq)(run['head_branch']);
    const ref = (0,refs/* refOf */.H)(`refs/${run['event'] === 'release' ? 'tags' : 'heads'}/${branch}`);
    return [{ ref, commits: [sha], baseBranch: undefined }];
}
/** A comment tells the number of its pull request and none of its commits. */
function pullRequestOfComment(payload) {
    const issue = (0,plan_payload/* object */.Ik)(payload['issue']);
    const number = (0,plan_payload/* wholeNumber */.rD)(issue['number']);
    if (number === undefined || typeof issue['pull_request'] !== 'object' || issue['pull_request'] === null)
        return [];
    return [{ ref: { kind: 'pull-request', number }, commits: [], baseBranch: undefined }];
}
function claims_known(commits) {
    return [...new Set(commits.filter((sha) => sha !== undefined))];
}

;// CONCATENATED MODULE: ./src/plan/strangers.ts

/**
 * Events that only somebody who may write to the repository can cause, and that bring no code of others.
 * Source: GitHub docs, "Events that trigger workflows".
 */
const causedByWriters = new Set([
    '',
    'branch_protection_rule',
    'create',
    'delete',
    'deployment',
    'deployment_status',
    'merge_group',
    'page_build',
    'push',
    'registry_package',
    'release',
    'repository_dispatch',
    'schedule',
    'workflow_dispatch',
]);
/**
 * Whether the files of the job's checkout may be a stranger's, told from the event that started the run. With some
 * events the workflow is the repository's own and has its permissions, while what is built comes from a fork, or
 * anybody can start the run.
 * Source: GitHub docs, "Events that trigger workflows" (pull_request_target, workflow_run) and "Webhook payloads".
 * @returns a clause that follows "because", or undefined where the files are the repository's own
 */
function strangersIn({ name, payload }) {
    const given = (0,plan_payload/* object */.Ik)(payload);
    const pull = given['pull_request'];
    if ((pull !== undefined && pull !== null) || name.startsWith('pull_request')) {
        const [head, base] = [(0,plan_payload/* object */.Ik)(pull)['head'], (0,plan_payload/* object */.Ik)(pull)['base']].map((side) => (0,plan_payload/* object */.Ik)(side)['repo']);
        return whyForeign('the pull request', head, base);
    }
    const earlier = given['workflow_run'];
    if ((earlier !== undefined && earlier !== null) || name === 'workflow_run')
        return whyForeign('the run that started this one', (0,plan_payload/* object */.Ik)(earlier)['head_repository'], given['repository']);
    const issued = (0,plan_payload/* object */.Ik)(given['issue'])['pull_request'];
    // A comment on a pull request: its payload does not say from which repository the pull request comes.
    if (issued !== undefined && issued !== null)
        return 'the run was started from a pull request, and the event does not say whose it is';
    return causedByWriters.has(name)
        ? undefined
        : `the event ${name} can be caused by people who may not write to this repository`;
}
function whyForeign(what, headRepository, baseRepository) {
    const [head, base] = [(0,plan_payload/* fullNameOf */.E4)(headRepository), (0,plan_payload/* fullNameOf */.E4)(baseRepository)];
    if (head === undefined || base === undefined)
        return `the event does not say from which repository ${what} comes`;
    return head === base ? undefined : `${what} comes from another repository (${head})`;
}

;// CONCATENATED MODULE: ./src/plan/voice.ts



/**
 * The one rule for names, labels, exceptions and reuse: a ref's name, `latest` and `is_default_branch` belong to a run
 * only if the commit that is built is the commit of that ref, as the event tells it. A run that builds anything else
 * may speak for the pull request that it is about, if there is one, and for the commit that it is known to build.
 */
function voiceOf(event, built) {
    const claims = claimsOf(event);
    const strangers = strangersIn(event);
    const { commit, certainty, tree } = built;
    const all = [claims.own, ...claims.others];
    const speak = (claim, why, known) => speakFor(claim, { event, own: claims.own, strangers, commit: known, why });
    const without = (why, known) => speakLess(all, { event, own: claims.own, strangers, commit: known, why });
    switch (certainty) {
        case 'unknown':
            return without(built.why, strangers === undefined ? commit : undefined);
        case 'told':
            // A run that was started by a comment or by another run is not about what the job has checked out.
            if (strangers !== undefined && event.name !== 'pull_request')
                return without(`${built.why}, and ${strangers}`, undefined);
            return speak(claims.own, built.why, claims.own.commits.find((sha) => sha === commit));
        case 'read': {
            const claim = all.find(({ commits }) => commit !== undefined && commits.includes(commit));
            if (claim === undefined) {
                // Outside a workflow nothing is told, so that nothing can be borrowed.
                const isTold = claims.own.ref.kind !== 'none' || claims.own.commits.length > 0;
                return isTold || strangers !== undefined
                    ? without(`${what(commit)} is built, ${told(claims.own, event.name)}`, commit)
                    : speak(claims.own, 'the event tells of none', commit);
            }
            if (claim.ref.kind !== 'pull-request' && strangers !== undefined && tree?.kind !== 'clean')
                return without(`${differs(tree)}, and ${strangers}`, undefined);
            return speak(claim, `${what(commit)} is built, which the event tells as its commit`, commit);
        }
    }
}
function speakFor({ ref, baseBranch }, { event, own, strangers, commit, why }) {
    const isStrangers = ref.kind === 'pull-request' && strangers !== undefined;
    return {
        about: own.ref,
        ref,
        says: `${ref.kind === 'none' ? 'no ref' : (0,refs/* describe */.q)({ ref, event: event.name })} (${why})`,
        doubt: undefined,
        baseBranch,
        trust: isStrangers ? 'stranger' : 'ref',
        why,
        strangers,
        commit,
    };
}
/** For the pull request, where there is one: nobody takes its names for anything else. */
function speakLess(claims, { event, own, strangers, commit, why }) {
    const pullRequest = claims.find(({ ref }) => ref.kind === 'pull-request');
    const ref = pullRequest?.ref ?? { kind: 'none' };
    const trust = strangers !== undefined ? 'stranger' : pullRequest === undefined ? 'other' : 'ref';
    const name = (0,refs/* describe */.q)({ ref: own.ref, event: event.name });
    return {
        about: own.ref,
        ref,
        says: `${ref.kind === 'none' ? 'no ref' : (0,refs/* describe */.q)({ ref, event: event.name })} (${why})`,
        doubt: {
            what: `This run may not speak for ${name}, because ${why}: its name, latest and is_default_branch do not belong to what is built.`,
            next: trust === 'stranger' ? adviceOnStrangers : adviceOnCommit,
        },
        baseBranch: pullRequest?.baseBranch,
        trust,
        why,
        strangers,
        commit,
    };
}
const adviceOnStrangers = 'Check out, at the root of the workspace, what is to be built, and give it names that hold the number of the pull ' +
    'request or the commit (type=ref,event=pr, type=sha); build what has other names where only its writers start a run.';
const adviceOnCommit = 'Check out ${{ github.sha }} at the root of the workspace (a Git URL ends with #${{ github.sha }}), or give the name ' +
    'by a rule of its own, such as a plain word.';
function told({ ref, commits }, event) {
    const [first] = commits;
    const name = (0,refs/* describe */.q)({ ref, event });
    return first === undefined
        ? `and the event tells no commit of ${name}`
        : `and ${name} is at ${what(first)}`;
}
function what(commit) {
    return commit?.slice(0, 12) ?? 'an unknown commit';
}
function differs(tree) {
    switch (tree?.kind) {
        case 'differs': {
            const more = tree.count - tree.paths.length;
            const list = `${tree.paths.join(', ')}${more > 0 ? ` and ${String(more)} more` : ''}`;
            return `the files that are built are not those of the commit (${list})`;
        }
        case 'unknown':
            return `it is not known whether the files that are built are those of the commit (${tree.why})`;
        default:
            return 'it is not known whether the files that are built are those of the commit';
    }
}

;// CONCATENATED MODULE: ./src/plan/source.ts




/**
 * The commit that is built, and what git calls it. The checkout decides where there is one: what the image is made
 * from lies there, whatever the event speaks of.
 */
function sourceOf(event, place) {
    const facts = (0,plan_event/* readEvent */.j)(event);
    const [built, origin] = builtFrom(event, place);
    const voice = voiceOf(event, built);
    const isHead = place.pullRequestCommit === 'head' &&
        facts.headCommit !== undefined &&
        isOfPullRequest(event, voice.commit);
    const sha = isHead ? facts.headCommit : voice.commit;
    return {
        ...voice,
        event: event.name,
        built: voice.commit,
        commit: sha,
        commitOrigin: sha === undefined && built.certainty !== 'told' ? 'unverified' : isHead ? 'pull-request-head' : origin,
        committedAt: facts.dated?.sha === sha ? facts.dated?.at : undefined,
        repository: facts.repository,
    };
}
function builtFrom(event, { context, head, tree }) {
    const { own } = claimsOf(event);
    const told = (0,plan_payload/* commit */.cd)(event.sha);
    const certain = { certainty: 'read', why: '', tree };
    if (head === undefined) {
        const pinned = pinnedCommit(context);
        const why = 'the build context is a Git URL that does not name a commit';
        return pinned === undefined
            ? [{ commit: undefined, certainty: 'unknown', why, tree }, 'unverified']
            : [{ ...certain, commit: pinned, tree: { kind: 'clean' } }, 'context'];
    }
    if (head.kind === 'unreadable') {
        const why = `the repository at the root of the workspace cannot be read (${head.why})`;
        return [{ commit: undefined, certainty: 'unknown', why, tree }, 'unverified'];
    }
    const { inner } = head;
    if (inner !== undefined && !inner.isPinned) {
        // What is built lies in another repository than that of the root.
        if (inner.sha !== undefined && own.commits.includes(inner.sha))
            return [{ ...certain, commit: inner.sha }, 'checkout'];
        const where = inner.sha === undefined ? '' : `, at ${inner.sha.slice(0, 12)}`;
        const why = `the build context lies in a repository of its own (${inner.path}${where})`;
        const root = head.kind === 'commit' ? head.sha : undefined;
        return [{ commit: root, certainty: 'unknown', why, tree }, 'checkout'];
    }
    if (head.kind === 'commit')
        return [{ ...certain, commit: head.sha }, 'checkout'];
    const why = 'there is no checkout that could say another commit';
    return [{ commit: told ?? own.commits[0], certainty: 'told', why, tree }, 'event'];
}
/** Whether a commit is one of the pull request that the event is about: its newest one, or its merge. */
function isOfPullRequest(event, sha) {
    const { own } = claimsOf(event);
    return own.ref.kind === 'pull-request' && sha !== undefined && own.commits.includes(sha);
}
/**
 * The whole commit that a Git URL names: `#<commit>` or `#<commit>:<folder>`, or in the newer form of its query
 * `commit=` or `checksum=`, which BuildKit compares. Source: Docker docs, "Build context", Git repositories.
 */
function pinnedCommit(context) {
    const fragment = /#([0-9a-f]{40}(?:[0-9a-f]{24})?)(?::|$)/.exec(context)?.[1];
    const query = /^[^#]*[?&](?:commit|checksum)=([0-9a-f]{40}(?:[0-9a-f]{24})?)(?:[&#]|$)/.exec(context)?.[1];
    return (0,plan_payload/* commit */.cd)(fragment ?? query ?? '');
}
/** What docker takes for an address of a Git repository. Source: docker/cli, cli/command/image/build/context.go. */
function isGitUrl(context) {
    return /^(?:https?:\/\/|git:\/\/|ssh:\/\/|git@|github\.com\/)/.test(context);
}
/** What is missing and wanted; nothing where the API need not be asked. */
function missingFacts(source, wanted) {
    return {
        repository: wanted.repository && !source.repository.isDescribed,
        defaultBranch: wanted.defaultBranch && source.repository.defaultBranch === undefined,
        commitDate: wanted.commitDate && source.committedAt === undefined && source.commit !== undefined,
    };
}
/** What the event says comes first; the API fills gaps. */
function withApiFacts(source, { repository, committedAt }) {
    const { repository: known } = source;
    return {
        ...source,
        committedAt: source.committedAt ?? committedAt,
        repository: {
            isDescribed: known.isDescribed || repository !== undefined,
            name: known.name ?? repository?.name,
            description: known.description ?? repository?.description,
            url: known.url ?? repository?.url,
            defaultBranch: known.defaultBranch ?? repository?.defaultBranch,
            license: known.license ?? repository?.license,
        },
    };
}

;// CONCATENATED MODULE: ./src/plan/prepare.ts








/** Finds out what is built (the event, the checkout, GitHub's API only for what both leave open) and plans the run. */
async function preparePlan(inputs, run, tools) {
    const { source, tree } = await findSource(inputs, run, tools);
    const plan = makePlan(inputs, run, source, tools.clock.now(), tools.job.shortId());
    const variable = (name) => tools.job.variable(name);
    return inputs.push ? withRecord(plan, await recordOf(inputs, { source, tree, variable })) : plan;
}
async function findSource(inputs, run, tools) {
    const { checkout } = tools;
    const { context, file } = inputs.build;
    const { pullRequestCommit } = inputs;
    if (isGitUrl(context)) {
        // buildx looks for a folder before it looks for an address, so that a checkout could put itself in its place.
        if (await checkout.exists(context))
            throw shadowed(context);
        const known = sourceOf(run.event, { context, head: undefined, tree: undefined, pullRequestCommit });
        return { source: await completed(known, inputs, tools), tree: { kind: 'clean' } };
    }
    const head = await checkout.head(context);
    const strangers = strangersIn(run.event);
    if (head.kind === 'unreadable' && strangers !== undefined)
        throw unreadable(head.why, strangers);
    const sha = head.kind === 'commit' ? head.sha : undefined;
    const reports = [inputs.resultFile, inputs.evidenceFile, inputs.sarifFile].filter((path) => path !== undefined);
    const isAsked = inputs.push || strangers !== undefined;
    const tree = isAsked ? await checkout.treeState(sha, context, file, reports) : undefined;
    const known = sourceOf(run.event, {
        context,
        head,
        tree: strangers === undefined ? undefined : await strangersTree(sha, tree, inputs, tools),
        pullRequestCommit,
    });
    const committedAt = known.committedAt ??
        (sha === undefined || known.commit === undefined ? undefined : await checkout.committedAt(known.commit));
    return { source: await completed({ ...known, committedAt }, inputs, tools), tree };
}
/** The source with what GitHub's API alone can add, where a rule or a label wants it. */
async function completed(known, inputs, { github }) {
    const missing = missingFacts(known, wantedFacts(inputs));
    const [repository, committedAt] = await Promise.all([
        missing.repository || missing.defaultBranch ? github.repository() : undefined,
        missing.commitDate && known.commit !== undefined ? github.committedAt(known.commit) : undefined,
    ]);
    return withApiFacts(known, { repository, committedAt });
}
/** Where the files may be a stranger's, the exceptions have to be those of the commit as well. */
async function strangersTree(sha, tree, { exceptionsFile }, { checkout }) {
    if (sha === undefined || tree?.kind !== 'clean')
        return tree;
    return checkout.treeState(sha, folderOf(exceptionsFile ?? types_inputs/* defaultExceptionsFile */.w), undefined);
}
function shadowed(context) {
    return new errors/* ShipError */.f({
        code: 'invalid-input',
        what: `Input context is ${quote(context)}; allowed: an address that is not a folder of the workspace too, for that would be built in its place.`,
        next: 'Remove that folder from the checkout, or give the folder as ./<path>.',
    });
}
/** A checkout that may be a stranger's and cannot be looked at is not built from. */
function unreadable(why, strangers) {
    return new errors/* ShipError */.f({
        code: 'checkout-unreadable',
        what: `The repository at the root of the workspace cannot be read (${(0,types_text/* clause */.sb)(why)}), so that it cannot be told whose code is built, and ${strangers}.`,
        next: 'Check out with actions/checkout at the root of the workspace, as the user that runs this step.',
    });
}
function folderOf(path) {
    const slash = path.lastIndexOf('/');
    return slash < 0 ? '.' : path.slice(0, slash + 1);
}

;// CONCATENATED MODULE: ./src/plan/builder.ts



/**
 * Chooses how to build and push from what the engine and the builder say.
 * Throws `engine-unreachable` where no engine answers and the builder needs one.
 */
function chooseBuilder(probe) {
    const info = parseInfo(probe.info.stdout);
    const buildx = info.ClientInfo?.Plugins?.find((plugin) => plugin.Name === 'buildx' && (plugin.Err ?? '') === '');
    const driver = buildx === undefined ? undefined : driverOf(probe.inspect);
    const engineAnswers = (info.ServerVersion ?? '') !== '';
    if (!engineAnswers && (driver === undefined || driver === 'docker'))
        throw engineUnreachable(probe, info);
    if (buildx === undefined)
        return classicBuilder(info);
    return buildxBuilder(info, buildx.Version ?? '', driver ?? 'docker');
}
function classicBuilder(info) {
    return {
        tool: 'docker-build',
        push: 'by-tag',
        multiPlatform: false,
        provenanceFlag: false,
        annotations: false,
        nativePlatform: builder_platformOf(info),
        description: `docker build on Docker ${info.ServerVersion ?? ''} (no buildx)`,
        notice: 'docker buildx is not installed, so docker build is used: one platform only, and the candidate carries a ' +
            'temporary tag until the image has passed.',
    };
}
function buildxBuilder(info, version, driver) {
    const containerdStore = usesContainerdStore(info);
    // buildx refuses push-by-digest for the docker driver whatever the engine's image store; see docs/facts.md.
    const byDigest = driver !== 'docker';
    const store = driver === 'docker'
        ? containerdStore
            ? ', containerd image store'
            : `, ${info.Driver ?? ''} image store`
        : '';
    const engine = driver === 'docker' ? ` on Docker ${info.ServerVersion ?? ''}` : '';
    return {
        tool: 'buildx',
        push: byDigest ? 'by-digest' : 'by-tag',
        multiPlatform: byDigest || containerdStore,
        provenanceFlag: atLeast(version, 0, 10),
        // The engine's own builder drops annotations when it loads an image.
        annotations: byDigest && atLeast(version, 0, 12),
        nativePlatform: driver === 'docker' ? builder_platformOf(info) : undefined,
        description: `buildx ${version.replace(/^v/, '')}, driver ${driver}${engine}${store}`,
        notice: undefined,
    };
}
function parseInfo(stdout) {
    try {
        const parsed = JSON.parse(stdout);
        return typeof parsed === 'object' && parsed !== null ? parsed : {};
    }
    catch {
        return {};
    }
}
/** The `Driver:` line of `docker buildx inspect`, which has no machine-readable form in older versions. */
function driverOf(inspect) {
    return inspect.exitCode === 0 ? /^Driver:[ \t]*(\S+)/m.exec(inspect.stdout)?.[1] : undefined;
}
/** Source: moby, daemon/info.go: the containerd store names its snapshotter's plugin type in DriverStatus. */
function usesContainerdStore(info) {
    return (info.DriverStatus ?? []).some(([key, value]) => key === 'driver-type' && value.startsWith('io.containerd.snapshotter'));
}
/** The engine speaks of machines as the kernel does (`x86_64`), platforms are named as Go does (`amd64`). */
function builder_platformOf(info) {
    const names = {
        x86_64: 'amd64',
        aarch64: 'arm64',
        armv7l: 'arm/v7',
        i686: '386',
    };
    const machine = info.Architecture ?? '';
    return (0,types_names/* parsePlatform */.FL)(`${info.OSType ?? ''}/${names[machine] ?? machine}`);
}
function atLeast(version, major, minor) {
    const match = /^v?(\d+)\.(\d+)/.exec(version);
    if (match === null)
        return true;
    const [, a, b] = match.map(Number);
    return (a ?? 0) > major || ((a ?? 0) === major && (b ?? 0) >= minor);
}
function engineUnreachable(probe, info) {
    const said = (info.ServerErrors ?? []).join(' ') || probe.info.stderr.trim() || 'it said nothing';
    return new errors/* ShipError */.f({
        code: 'engine-unreachable',
        what: `The Docker engine does not answer: ${(0,types_text/* clause */.sb)(said)}.`,
        next: 'Start the engine on this runner, or point DOCKER_HOST at one; on a container job mount its socket.',
    });
}

;// CONCATENATED MODULE: ./src/plan/probe.ts

/** Asks the engine and the builder about themselves, side by side, and chooses how to build. */
async function probeBuilder(docker) {
    const [info, inspect] = await Promise.all([
        docker.run(['info', '--format', '{{json .}}'], { show: false }),
        docker.run(['buildx', 'inspect'], { show: false }),
    ]);
    return chooseBuilder({ info, inspect });
}

// EXTERNAL MODULE: ./src/publish/clean-up.ts
var clean_up = __nccwpck_require__(6578);
;// CONCATENATED MODULE: ./src/publish/holders.ts







/** Reads of each image for which platforms it is, and from which commit it says it was made. */
async function readHolders(repository, images, registry) {
    const distinct = new Map(images.map((image) => [image.digest, image]));
    const holders = await Promise.all([...distinct.values()].map((image) => readHolder(repository, image, registry)));
    return new Map(holders.map((holder) => [holder.digest, holder]));
}
/** An image that cannot be read or believed is one of an unknown commit, which is never reused. */
async function readHolder(repository, image, registry) {
    const { digest } = image;
    try {
        const parts = await readParts(repository, image, registry);
        const platforms = parts.flatMap(({ platform }) => (platform === undefined ? [] : [platform]));
        return { digest, ...describedByAll(parts), platforms };
    }
    catch (error) {
        if (!(error instanceof refusal/* Refusal */.P_))
            throw error;
        return { digest, ...holders_unknown((0,types_text/* clause */.sb)(error.message)), platforms: [] };
    }
}
/** Throws Refusal. */
async function readParts(repository, stored, registry) {
    const read = (manifest) => readImageConfig(repository, manifest.config, registry);
    const parsed = (0,publish_manifest/* parseManifest */.Ng)(stored);
    if (parsed.kind === 'image') {
        const config = await read(parsed);
        return [{ platform: config?.platform, config }];
    }
    if (parsed.kind !== 'index')
        throw new refusal/* Refusal */.P_('it is not a container image');
    const listed = await readListedImages(repository, parsed.entries, registry);
    return fewAtOnce(listed, async ({ platform, manifest }) => {
        const config = await read(manifest);
        return { platform: platform ?? config?.platform, config };
    });
}
/**
 * One build makes all platforms of an index and labels them alike. Where they differ nobody can say what made the index:
 * the first platform's labels must not speak for the others.
 */
function describedByAll(parts) {
    const all = [];
    for (const { config } of parts) {
        if (config === undefined)
            return { ...holders_unknown(holders_unreadable), isReadable: false };
        all.push(describedBy(config));
    }
    const [first] = all;
    if (first === undefined)
        return holders_unknown('it has no platform');
    return all.every((one) => identity(one) === identity(first))
        ? first
        : holders_unknown('its platforms do not all say that they were made from the same');
}
function identity({ revision, record, version }) {
    return JSON.stringify([revision, record === undefined ? '' : formatRecord(record), version]);
}
function describedBy({ labels }) {
    const revision = labels.get(revisionLabel) ?? '';
    return {
        isReadable: true,
        revision: revision === ''
            ? { kind: 'unknown', why: `it has no label ${revisionLabel}` }
            : { kind: 'known', commit: revision },
        record: parseRecord(labels.get(recordLabel) ?? ''),
        version: labels.get('org.opencontainers.image.version') || undefined,
    };
}
function holders_unknown(why) {
    return { isReadable: true, revision: { kind: 'unknown', why }, record: undefined, version: undefined };
}
const holders_unreadable = 'its config cannot be read; grant ecr:GetDownloadUrlForLayer on the repository to the role of this job';

;// CONCATENATED MODULE: ./src/publish/built-record.ts



/**
 * Holds the record that an image which was just built carries against the one that this run gave it. The builder sets
 * it over whatever the Dockerfile says, but a Dockerfile may bring a builder of its own (`# syntax=`): one that leaves the
 * label out makes an image that is never used again, which is said; one that writes another record makes an image that
 * would be used in another one's place. Where this role may not read the image's config nothing can be said.
 * Throws `verify-failed`.
 */
async function checkOwnRecord({ record }, repository, { digest, manifest }, { registry, log }) {
    const holder = (await readHolders(repository, [manifest], registry)).get(digest);
    if (holder === undefined || !holder.isReadable)
        return;
    if (holder.record === undefined) {
        if (record !== undefined)
            log.warning(`The builder left out the label ${recordLabel}, so the image will not be used again by a later run.`);
        return;
    }
    if (record !== undefined && formatRecord(record) === formatRecord(holder.record))
        return;
    throw new errors/* ShipError */.f({
        code: 'verify-failed',
        what: `The image ${digest} carries another ${recordLabel} than this run gave it.`,
        next: 'No name was set. Look for a # syntax= line in the Dockerfile whose builder changes labels.',
    });
}

;// CONCATENATED MODULE: ./src/publish/exceptions.ts


/** So many problems of a file are named in the error; the log has all of them. */
const namedProblems = 5;
/**
 * Reads the exceptions file of the checkout. Where the checkout may be a stranger's and the run sets names, the file
 * is left aside with a warning: whoever writes the image must not also say which of its findings do not count.
 * Throws `invalid-exceptions`.
 * @param foreign why the checkout may be a stranger's, as a clause; undefined where it is the repository's own
 */
async function readExceptions({ exceptionsFile, push }, foreign, { checkout, clock, log }) {
    const path = exceptionsFile ?? types_inputs/* defaultExceptionsFile */.w;
    const text = await checkout.readText(path).catch((cause) => {
        const { what, next } = (0,errors/* asShipError */.N)(cause);
        throw new errors/* ShipError */.f({ code: 'invalid-exceptions', what, next, cause });
    });
    if (text === undefined) {
        if (exceptionsFile === undefined)
            return { kind: 'none' };
        throw new errors/* ShipError */.f({
            code: 'invalid-exceptions',
            what: `The exceptions file ${path} is not in the checkout.`,
            next: 'Correct the input exceptions, or check the repository out before this step.',
        });
    }
    if (push && foreign !== undefined) {
        log.warning(`The exceptions in ${path} are not used, because ${foreign}. Every finding counts.`);
        return { kind: 'ignored', path, why: foreign };
    }
    // The YAML parser is a chunk of its own, for most runs have no such file.
    const { parseExceptions } = await Promise.all(/* import() */[__nccwpck_require__.e(815), __nccwpck_require__.e(206)]).then(__nccwpck_require__.bind(__nccwpck_require__, 7206));
    const parsed = parseExceptions(text, clock.now());
    if (parsed.ok)
        return { kind: 'read', path, list: parsed.list };
    const problems = parsed.problems.map(({ line, what }) => `line ${String(line)}: ${what}`);
    const more = problems.length - namedProblems;
    throw new errors/* ShipError */.f({
        code: 'invalid-exceptions',
        what: `The exceptions file ${path} cannot be used: ${problems.slice(0, namedProblems).join('; ')}${more > 0 ? `; and ${String(more)} more` : ''}.`,
        next: 'Correct the file; what may be in it is in docs/policy.md.',
        ...(problems.length > 1 && { details: problems.map((problem) => `${path}, ${problem}`).join('\n') }),
    });
}

;// CONCATENATED MODULE: ./src/publish/mutability.ts
/**
 * Whether a tag that exists may be set to another image.
 * Source: ECR user guide, "Preventing image tags from being overwritten": filters with `*` turn the default round.
 */
function mayMove(tag, mutability) {
    const excepted = mutability.exceptFilters.some((filter) => matchesWildcard(tag, filter));
    return (mutability.default === 'mutable') !== excepted;
}
/** `*` stands for any run of characters, everything else for itself. */
function matchesWildcard(text, filter) {
    const pattern = filter
        .split('*')
        .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, String.raw `\$&`))
        .join('.*');
    return new RegExp(`^${pattern}$`, 's').test(text);
}

;// CONCATENATED MODULE: ./src/publish/age.ts

/**
 * Whether a moving name may move from the image that has it. The history decides: the new commit has to descend from
 * the other one. Of commits on two lines the versions decide, where the name has one and the other image says its
 * own; a name of the ref itself, which people rewrite, goes by the time of the commits, and any other stays. The time
 * is the last resort too where no history can be read.
 */
async function ageOf(name, mine, holder, tools) {
    const theirs = madeBy(holder);
    if (theirs.commit === undefined)
        return { kind: 'unknown', why: 'it does not say from which commit it was made', isResort: true };
    if (mine.commit === undefined)
        return {
            kind: 'older',
            why: `it was made from ${age_short(theirs)}, and which commit this run builds is not certain`,
            isResort: true,
        };
    const relation = await relationOf(mine.commit, theirs.commit, tools);
    switch (relation) {
        case 'same':
            return { kind: 'same', why: `it was made from this commit, ${age_short(theirs)}`, isResort: false };
        case 'descends':
            return {
                kind: 'newer',
                why: `it was made from ${age_short(theirs)}, from which this commit descends`,
                isResort: false,
            };
        case 'precedes':
            return { kind: 'older', why: `it was made from a newer commit, ${age_short(theirs)}`, isResort: false };
        case 'diverged':
            return ofTwoLines(name, mine, { ...theirs, version: holder.version });
        case 'unknown':
            return byTime(mine, theirs, 'the history between the two commits cannot be read');
    }
}
/** An image's own commit and its time, from its labels. What is no whole commit is nothing that one could ask about. */
function madeBy({ record, revision }) {
    const label = record?.parts.commit ?? (revision.kind === 'known' ? revision.commit : '');
    const isCommit = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(label);
    return { commit: isCommit ? label : undefined, at: record?.committedAt };
}
async function relationOf(mine, theirs, { history, github }) {
    if (mine === theirs)
        return 'same';
    const [down, up] = await Promise.all([history.descends(mine, theirs), history.descends(theirs, mine)]);
    if (down === 'yes')
        return 'descends';
    if (up === 'yes')
        return 'precedes';
    if (down === 'no' && up === 'no')
        return 'diverged';
    return (await github.compare(theirs, mine)) ?? 'unknown';
}
function ofTwoLines(name, mine, theirs) {
    const order = versionOrder(name.version, theirs.version);
    if (order !== undefined && order !== 0) {
        const what = `it has the version ${theirs.version ?? ''}, on another line of commits`;
        return { kind: order > 0 ? 'newer' : 'older', why: what, isResort: true };
    }
    const lines = 'none of the two commits descends from the other';
    if (name.isOfRef === true)
        return byTime(mine, theirs, lines);
    return { kind: 'older', why: `it was made from ${age_short(theirs)}, and ${lines}`, isResort: false };
}
function versionOrder(mine, label) {
    const theirs = mine === undefined || label === undefined ? undefined : parseVersion(mine.scheme, label);
    return mine === undefined || theirs === undefined ? undefined : compareVersions(mine, theirs);
}
function byTime(mine, theirs, because) {
    if (mine.at === undefined || theirs.at === undefined)
        return { kind: 'unknown', why: `it was made from ${age_short(theirs)}, and ${because}`, isResort: true };
    const when = new Date(theirs.at).toISOString().replace(/\.\d+Z$/, 'Z');
    const isOlder = mine.at < theirs.at;
    return {
        kind: isOlder ? 'older' : 'newer',
        why: `it was made from ${age_short(theirs)} of ${when}, which is ${isOlder ? 'later' : 'not later'} (${because})`,
        isResort: true,
    };
}
function age_short({ commit }) {
    return commit?.slice(0, 12) ?? 'an unknown commit';
}

;// CONCATENATED MODULE: ./src/publish/highest.ts

/**
 * The tag of a higher version that keeps a name from moving back; undefined where there is none, and for a name
 * that makes no claim. Only tags that look like this run's own around their version count, and only releases.
 * @param tags every tag that the repository holds
 */
function keptBackBy(name, tags) {
    const { claim } = name;
    if (claim === undefined || name.kind === 'fixed')
        return undefined;
    return tags.find((tag) => {
        const version = versionIn(tag, claim);
        return version !== undefined && isRival(version, claim) && compareVersions(version, claim.version) > 0;
    });
}
function versionIn(tag, { before, after, version }) {
    if (!tag.startsWith(before) || !tag.endsWith(after))
        return undefined;
    return parseVersion(version.scheme, tag.slice(before.length, tag.length - after.length));
}
function isRival(other, { version, within }) {
    if (!other.isFinal)
        return false;
    switch (within) {
        case 'all':
            return true;
        case 'major':
            return other.major === version.major;
        case 'minor':
            return other.major === version.major && other.minor === version.minor;
    }
}

;// CONCATENATED MODULE: ./src/publish/taken.ts


/**
 * The error for names that should never move and stand for an image that this run may not replace.
 * @param remade those of this very commit that were made otherwise
 */
function taken(names, { repository, held, holders }, { ifExists, commit }, remade = []) {
    const each = names.map((name) => {
        const digest = held.get(name.tag);
        const holder = digest === undefined ? undefined : holders.get(digest);
        const why = remade.find(({ tag }) => tag === name.tag)?.why;
        return `${name.tag} already names ${digest ?? 'an image'}, ${originOf(holder)}${why === undefined ? '' : `, and ${why}`}`;
    });
    const here = commit === undefined ? 'the commit of this run is not certain' : `this run builds ${commit}`;
    return new errors/* ShipError */.f({
        code: 'tag-taken',
        what: `Nothing was built: in ${repository.name} ${each.join('; ')}; ${here}.`,
        next: {
            reuse: remade.length > 0
                ? 'Give this image names of its own (such as a suffix in the input flavor), or let the tag move in the settings of the repository.'
                : 'Give this image another version, or run the job for the commit of that image. ' +
                    'Where the repository allows it, if-exists: move lets the tag move.',
            fail: 'Give this image another version; if-exists: reuse goes on with an image of the same commit.',
            move: `The repository does not let the tag move: give this image another version, or delete the tag.`,
        }[ifExists],
    });
}
function originOf(holder) {
    const revision = holder?.revision;
    if (revision?.kind === 'known')
        return `which was made from ${revision.commit}`;
    return `and it is not known from which commit that was made${revision === undefined ? '' : ` (${revision.why})`}`;
}
/** The error for a name that is meant to move in a repository that does not let it. */
function immovable(names, repository, held, holders) {
    const each = names.map((name) => {
        const digest = held.get(name.tag);
        const revision = digest === undefined ? undefined : holders.get(digest)?.revision;
        const made = revision?.kind === 'known' ? ` (made from ${revision.commit})` : '';
        return `${name.tag} names ${digest ?? 'an image'}${made}`;
    });
    return new errors/* ShipError */.f({
        code: 'tag-immovable',
        what: `Nothing was built: ${repository.name} does not let tags move, but ${each.join(' and ')}, ` +
            'and this run would have to move it.',
        next: 'Exclude the tag from immutability with the setting printed above, or leave it out of the input tags.',
        details: settingThatAllows(names.map((name) => name.tag), repository),
    });
}
const mostFilters = 5;
/** The setting that lets tags move, as a command. Source: ECR API reference, PutImageTagMutability. */
function settingThatAllows(tags, { name, arn, registryId, mutability }) {
    const [, , , region = ''] = arn.split(':');
    const command = `aws ecr put-image-tag-mutability --region ${region} --registry-id ${registryId} --repository-name ${name}`;
    const filters = (patterns) => patterns.map((pattern) => `'filterType=WILDCARD,filter=${pattern}'`).join(' ');
    const option = '--image-tag-mutability-exclusion-filters';
    if (mutability.default === 'immutable') {
        const wanted = [...mutability.exceptFilters, ...tags];
        const limit = wanted.length > mostFilters
            ? `; ECR takes ${String(mostFilters)} filters at most, so join some with *`
            : '';
        return `This setting lets ${tags.join(' and ')} move${limit}:\n${command} --image-tag-mutability IMMUTABLE_WITH_EXCLUSION ${option} ${filters(wanted)}`;
    }
    const rest = mutability.exceptFilters.filter((filter) => !tags.some((tag) => matchesWildcard(tag, filter)));
    const setting = rest.length === 0
        ? '--image-tag-mutability MUTABLE'
        : `--image-tag-mutability MUTABLE_WITH_EXCLUSION ${option} ${filters(rest)}`;
    return `This setting lets ${tags.join(' and ')} move:\n${command} ${setting}`;
}
/** Says before the build which names can be set this once and never again. */
function warnOfSetOnce(decision, repository, log) {
    const once = decision.names.filter(({ state }) => state === 'once').map(({ name }) => name.tag);
    if (once.length === 0)
        return;
    log.warning(`${repository.name} does not let tags move: ${once.join(', ')} can be set this once, and the next image cannot ` +
        `have it. ${settingThatAllows(once, repository)}`);
}
/** The error for names of one run that stand for two images of the same commit. */
function takenByTwo(names, repository, held) {
    const each = names.map((name) => `${name.tag} names ${held.get(name.tag) ?? ''}`);
    return new errors/* ShipError */.f({
        code: 'tag-taken',
        what: `Nothing was built: in ${repository.name} names of this run stand for different images of its commit: ${each.join(', ')}.`,
        next: 'Delete the tag that is wrong, or leave it out of the input tags.',
    });
}
/** The error for a name that another run set while this one was building. */
function lostRace(name, repository, holder, mine) {
    return new errors/* ShipError */.f({
        code: 'tag-taken',
        what: `Another run was faster: ${name.tag} in ${repository.name} now names ${holder ?? 'another image'}, ` +
            `and not ${mine}, which this run built.`,
        next: 'Its names stay as they are. Run this job again: it goes on with that image if it was made from the same commit.',
    });
}

;// CONCATENATED MODULE: ./src/publish/decide.ts




/**
 * Decides what becomes of each name, and whether there is anything to build. Names that should not move are decided
 * by what holds them: an image that was made from the very same is used again, one of the same commit that was made
 * otherwise gives its names to the one that is built, where the repository lets it, and any other is an error now and
 * not after the build. Throws `tag-taken` or `tag-immovable`.
 */
function decide(before, wish) {
    const { repository, held } = before;
    const kept = before.names.flatMap((name) => {
        const higher = keptBackBy(name, before.allTags);
        if (higher === undefined)
            return [];
        return [
            { name, state: 'kept-back', holder: held.get(name.tag), because: `${higher} is a higher version` },
        ];
    });
    const names = before.names.filter((name) => !kept.some((decision) => decision.name === name));
    const bound = names.filter((name) => held.has(name.tag) && isBound(name, repository, wish.ifExists));
    const { reused, remade } = wish.ifExists === 'reuse' ? reuse(bound, names, before, wish) : refuse(bound, before, wish);
    const decided = before.names.map((name) => kept.find((decision) => decision.name === name) ??
        { name, state: decide_stateOf(name, before, reused), holder: held.get(name.tag) });
    if (reused === undefined)
        return { kind: 'build', names: decided, remade };
    const commit = before.holders.get(reused)?.record?.parts.commit;
    return {
        kind: 'reuse',
        digest: reused,
        names: decided,
        since: commit === wish.commit ? undefined : commit,
    };
}
/** Whether a name that exists has to be left where it is. */
function isBound(name, repository, ifExists) {
    if (!mayMove(name.tag, repository.mutability))
        return true;
    return name.kind === 'fixed' && ifExists !== 'move';
}
/** The names whose images matter for the decision. */
function boundNames(names, repository, ifExists) {
    return names.filter((name) => isBound(name, repository, ifExists));
}
function refuse(bound, before, wish) {
    const { repository, held, holders } = before;
    const movable = bound.filter((name) => name.kind === 'moving');
    if (movable.length > 0)
        throw immovable(movable, repository, held, holders);
    if (bound.length > 0)
        throw taken(bound, before, wish);
    return { reused: undefined, remade: [] };
}
/** The one image that this run would make again and that holds names of it; undefined where there is none. */
function reuse(bound, names, before, wish) {
    const { repository, held, holders } = before;
    const kinds = new Map(bound.map((name) => [name, kinshipOf(holders.get(digestOf(name, held)), wish)]));
    const having = (kind) => bound.filter((name) => kinds.get(name)?.kind === kind);
    const strangers = having('other');
    const versions = strangers.filter((name) => name.kind === 'fixed');
    if (versions.length > 0)
        throw taken(versions, before, wish);
    if (strangers.length > 0)
        throw immovable(strangers, repository, held, holders);
    const same = new Set(having('same').map((name) => digestOf(name, held)));
    const remade = having('remade').map((name) => {
        const kinship = kinds.get(name);
        return {
            tag: name.tag,
            digest: digestOf(name, held),
            why: kinship?.kind === 'remade' ? kinship.why : '',
        };
    });
    const fast = having('remade').filter((name) => !mayMove(name.tag, repository.mutability));
    if (same.size > 1 || (same.size === 1 && fast.length > 0))
        throw takenByTwo(bound, repository, held);
    if (fast.length > 0)
        throw taken(fast, before, wish, remade);
    const [digest] = same;
    return {
        reused: digest ?? (remade.length === 0 ? unchangedImage(names, before, wish) : undefined),
        remade,
    };
}
/** With reuse-paths the image that a moving name stands for now, if nothing of what made it has changed since. */
function unchangedImage(names, { held }, wish) {
    return names
        .map((name) => held.get(name.tag))
        .find((digest) => digest !== undefined && wish.unchanged.has(digest));
}
function kinshipOf(holder, { commit, record, unchanged }) {
    if (holder === undefined)
        return { kind: 'other' };
    if (unchanged.has(holder.digest))
        return { kind: 'same' };
    const theirs = holder.record?.parts.commit ?? (holder.revision.kind === 'known' ? holder.revision.commit : undefined);
    if (commit === undefined || theirs !== commit)
        return { kind: 'other' };
    if (holder.record === undefined)
        return { kind: 'remade', why: 'it has no record of what else it was made from' };
    if (record === undefined)
        return { kind: 'remade', why: 'it is not certain what this run makes an image from' };
    const parts = differences(record, holder.record);
    return parts.length === 0
        ? { kind: 'same' }
        : { kind: 'remade', why: `it differs in ${parts.map((part) => partNames[part]).join(', ')}` };
}
function digestOf(name, held) {
    const digest = held.get(name.tag);
    if (digest === undefined)
        throw new Error(`${name.tag} is not held`);
    return digest;
}
function decide_stateOf(name, { held, repository }, reused) {
    const holder = held.get(name.tag);
    if (holder !== undefined)
        return holder === reused ? 'same' : 'moves';
    return name.kind === 'moving' && !mayMove(name.tag, repository.mutability) ? 'once' : 'new';
}

;// CONCATENATED MODULE: ./src/publish/names-before.ts





/**
 * Looks at the images that have names of this run already, and decides what becomes of each name.
 * Throws `tag-taken`, `tag-immovable`, or `older-commit` with `if-older: fail`.
 */
async function decideNames(plan, session, tools) {
    const { repository, tagged, allTags } = session;
    const { inputs, source, names, record } = plan;
    const images = names.flatMap(({ tag }) => tagged.get(tag) ?? []);
    const holders = await readHolders(repository, images, tools.registry);
    const before = {
        repository,
        names,
        held: new Map([...tagged].map(([tag, { digest }]) => [tag, digest])),
        holders,
        allTags,
    };
    const unchanged = await unchangedImages(plan, [...holders.values()], tools);
    const decision = decide(before, { ifExists: inputs.ifExists, commit: source.built, record, unchanged });
    const reused = decision.kind === 'reuse' ? holders.get(decision.digest) : undefined;
    const mine = reused === undefined ? { commit: source.built, at: source.committedAt } : madeBy(reused);
    const known = new Map(holders);
    const ages = {
        ifOlder: inputs.ifOlder,
        async of(name, image) {
            const holder = known.get(image.digest) ?? (await readHolders(repository, [image], tools.registry)).get(image.digest);
            if (holder === undefined)
                throw new Error(`nothing was read of ${image.digest}`);
            known.set(image.digest, holder);
            return ageOf(name, mine, holder, tools);
        },
    };
    return { decision: { ...decision, names: await keepOlder(decision.names, tagged, ages, tools.log) }, ages };
}
/** Images of other commits, since which nothing has changed below reuse-paths, and that were made in the same way. */
async function unchangedImages({ inputs, record, source }, holders, { history, log }) {
    const unchanged = new Set();
    const { built } = source;
    if (inputs.reusePaths.length === 0 ||
        inputs.ifExists !== 'reuse' ||
        record === undefined ||
        built === undefined)
        return unchanged;
    for (const holder of holders) {
        const commit = holder.record?.parts.commit;
        if (holder.record === undefined || commit === undefined || commit === built)
            continue;
        if (differences(record, holder.record).some((part) => part !== 'commit'))
            continue;
        const changed = await history.changed(commit, built, inputs.reusePaths);
        if (changed.kind === 'unknown')
            log.warning(`It cannot be told what has changed below reuse-paths since ${commit.slice(0, 12)}: ${changed.why}. The image is built anew.`);
        else if (changed.paths.length === 0)
            unchanged.add(holder.digest);
    }
    return unchanged;
}
/** Moving names that stand for an image of a newer commit stay where they are, or are an error, as if-older says. */
async function keepOlder(names, tagged, ages, log) {
    if (ages.ifOlder === 'move')
        return [...names];
    return Promise.all(names.map(async (decision) => {
        const image = tagged.get(decision.name.tag);
        if (decision.state !== 'moves' || decision.name.kind !== 'moving' || image === undefined)
            return decision;
        const age = await ages.of(decision.name, image);
        if (age.kind === 'older' && ages.ifOlder === 'fail')
            throw olderCommit(decision.name, image.digest, age);
        if (age.isResort)
            log.notice(`${decision.name.tag} ${age.kind === 'older' ? 'stays' : 'moves'}, though the history does not tell: ${age.why}.`);
        return age.kind === 'older' ? { ...decision, state: 'kept-back', because: age.why } : decision;
    }));
}
/** The error for a run whose commit is older than what a moving name stands for. */
function olderCommit({ tag }, digest, { why }) {
    return new errors/* ShipError */.f({
        code: 'older-commit',
        what: `${tag} names ${digest}, and this run would move it back: ${why}.`,
        next: 'Run the job for a newer commit; if-older: keep leaves the name where it is, if-older: move is a rollback.',
    });
}

;// CONCATENATED MODULE: ./src/publish/pace.ts
/** Lets through at most so many callers in any second, also after a time in which few came. */
function startPace(perSecond, clock) {
    const starts = [];
    return async () => {
        const now = clock.now();
        const start = Math.max(now, (starts.at(-perSecond) ?? Number.NEGATIVE_INFINITY) + 1000);
        starts.push(start);
        if (start > now)
            await clock.sleep(start - now);
    };
}
/** Works on the items in their order, so many at a time. */
async function eachAtOnce(limit, items, work) {
    const queue = [...items];
    const worker = async () => {
        for (let item = queue.shift(); item !== undefined; item = queue.shift())
            await work(item);
    };
    await Promise.all(Array.from({ length: Math.min(limit, items.length) }, worker));
}

;// CONCATENATED MODULE: ./src/publish/read-back.ts


/** What a refusal leaves open: an answer that was lost may have been a yes. */
const openCodes = ['registry-failed', 'registry-unreachable', 'internal'];
/**
 * After naming went wrong, reads once from the registry which names the image has, so that what is reported is what
 * is there: a PUT whose answer was lost may have been done, and a name that was set may have been moved since. It is
 * one question, which waits no longer than any other. Where the registry does not answer it, only what it said before
 * is reported, and what is not known is said to be so.
 */
async function readBack(naming, repository, image, { registry }) {
    if (naming.failure === undefined)
        return naming;
    const { failure } = naming;
    try {
        const [now] = await registry.describeImages(repository.name, [{ digest: image.digest }]);
        return { failure, results: naming.results.map((result) => asShown(result, now?.tags ?? [])) };
    }
    catch (error) {
        const results = naming.results.map((result) => asProven(result, failure));
        return { failure: notRead(failure, (0,errors/* asShipError */.N)(error), results), results };
    }
}
function asShown(result, tags) {
    const { tag, kind, outcome } = result;
    const isHere = tags.includes(tag);
    if (outcome === 'set' || outcome === 'unchanged')
        return isHere
            ? result
            : { tag, kind, outcome: 'failed', detail: 'the registry does not show it on this image' };
    if (!isHere)
        return result;
    return { tag, kind, outcome: outcome === 'failed' ? 'set' : 'unchanged' };
}
function asProven(result, failure) {
    const isOpen = result.outcome === 'failed' && openCodes.includes(failure.code);
    return isOpen ? { ...result, outcome: 'unknown' } : result;
}
/** The same failure, with what is not known because of it; as it is where it is about the reading itself. */
function notRead(failure, cause, results) {
    const open = results.filter(({ outcome }) => outcome === 'unknown').map(({ tag }) => tag);
    if (open.length === 0 && cause.what === failure.what)
        return failure;
    const unknown = open.length === 0 ? '' : ` Whether ${open.join(' and ')} was set is not known.`;
    return new errors/* ShipError */.f({
        code: failure.code,
        what: `${failure.what} The registry could not be read after that (${(0,types_text/* clause */.sb)(cause.what)}), so the names are those ` +
            `that it had confirmed before.${unknown}`,
        next: failure.next,
        ...(failure.details !== undefined && { details: failure.details }),
        cause: failure.cause ?? failure,
    });
}

;// CONCATENATED MODULE: ./src/publish/settle.ts


/**
 * Reads fixed names back where the registry lets them move, before any moving name is set. Two runs that set the same
 * ones at the same moment both find here who has the first of them, and that run has them all; the other one stops.
 * @param names in the order in which they were set
 */
async function settleFixed(repository, image, names, tools) {
    const missing = await namesElsewhere(repository, image, names, tools);
    const [first] = missing;
    if (first === undefined || first.name !== names[0])
        return putAgain(repository, image, missing, tools);
    return {
        overtaken: missing.map(resultOf),
        failure: lostRace(first.name, repository, first.holder?.digest, image.digest),
    };
}
/**
 * Reads all names back. A moving name that another run set at the same moment belongs to the image that was pushed
 * later: its run sets it once more, the other one lets go.
 */
async function settle(repository, image, names, tools) {
    const missing = await namesElsewhere(repository, image, names, tools);
    const lost = missing.find(({ name, holder }) => name.kind === 'fixed' && holder !== undefined);
    if (lost !== undefined) {
        return {
            overtaken: missing.map(resultOf),
            failure: lostRace(lost.name, repository, lost.holder?.digest, image.digest),
        };
    }
    const overtaken = [];
    for (const found of missing) {
        const why = await whyOvertaken(repository, image, found, tools);
        if (why === undefined)
            continue;
        overtaken.push(found);
        tools.log.warning(`${found.name.tag} names ${found.holder?.digest ?? 'another image'}, which ${why}; it stays so.`);
    }
    const { failure } = await putAgain(repository, image, missing.filter((found) => !overtaken.includes(found)), tools);
    return { overtaken: overtaken.map(resultOf), failure };
}
async function putAgain(repository, image, missing, tools) {
    if (missing.length === 0)
        return { overtaken: [], failure: undefined };
    for (const { name } of missing) {
        tools.log.info(`${name.tag} was moved away by another run at the same moment; it is set again`);
        await tools.registry.putManifest(repository, name.tag, image.manifest);
    }
    const names = missing.map(({ name }) => name);
    const lost = await namesElsewhere(repository, image, names, tools);
    return { overtaken: [], failure: lost.length === 0 ? undefined : notShown(lost, image) };
}
async function namesElsewhere(repository, image, names, { registry }) {
    const [now] = await registry.describeImages(repository.name, [{ digest: image.digest }]);
    const missing = names.filter((name) => now?.tags.includes(name.tag) !== true);
    return Promise.all(missing.map(async (name) => {
        const [holder] = await registry.describeImages(repository.name, [{ tag: name.tag }]);
        return { name, holder: holder?.digest === image.digest ? undefined : holder };
    }));
}
/** Why a name stays with the other image: that of the newer commit has it, or else the one that was pushed later. */
async function whyOvertaken(repository, image, { name, holder }, { registry, ages }) {
    if (holder === undefined)
        return undefined;
    const [manifest] = ages.ifOlder === 'move' ? [] : await registry.readManifests(repository.name, [holder.digest]);
    const age = manifest === undefined ? undefined : await ages.of(name, manifest);
    if (age?.kind === 'older')
        return 'another run has set and which is of a newer commit';
    if (age?.kind === 'newer')
        return undefined;
    // The same commit, or nothing tells: then all runs go by one order.
    return isLater(holder, image) ? 'another run pushed after this one' : undefined;
}
/** One order for all runs: by the time at which the registry got the image, and where that is the same by digest. */
function isLater(other, mine) {
    return other.pushedAt === mine.pushedAt ? other.digest > mine.digest : other.pushedAt > mine.pushedAt;
}
function resultOf({ name, holder }) {
    const { tag, kind } = name;
    return {
        tag,
        kind,
        outcome: 'overtaken',
        detail: `another run set it to ${holder?.digest ?? 'another image'}`,
    };
}
function notShown(lost, image) {
    const tags = lost.map(({ name }) => name.tag).join(', ');
    return new errors/* ShipError */.f({
        code: 'naming-failed',
        what: `The registry accepted ${tags}, but does not show it on ${image.digest}.`,
        next: 'Another run may have moved the tag at the same moment; look at what else pushes to this repository.',
    });
}

;// CONCATENATED MODULE: ./src/publish/name.ts







/** ECR takes 10 PutImage a second and region; what meets its limit all the same is tried again. Source: ECR service quotas. */
const putsPerSecond = 10;
const putsAtOnce = 4;
/**
 * Gives an image its names: one manifest PUT each, those that can never move first, moving ones only when all the
 * others are set. Fixed names are set one after the other, in the same order by every run: of two runs that want the
 * same ones, the run that loses one stops before it takes another. What the registry then says is read back.
 */
async function nameImage(repository, image, decisions, rules, tools) {
    return tools.log.group('Name', async () => {
        const naming = await setNames(repository, image, decisions, rules, tools);
        return readBack(naming, repository, image, tools);
    });
}
async function setNames(repository, image, decisions, { ifExists, ages }, tools) {
    const results = new Map();
    const wanted = decisions.filter(({ state }) => state !== 'same' && state !== 'kept-back');
    for (const decision of decisions.filter((candidate) => !wanted.includes(candidate)))
        results.set(decision.name.tag, withoutPut(decision, image, tools.log));
    const pace = startPace(putsPerSecond, tools.clock);
    let failure;
    const attempt = async (work) => {
        failure ??= await work().catch(errors/* asShipError */.N);
    };
    const setAll = async (some, atOnce) => eachAtOnce(atOnce, some, async ({ name }) => {
        if (failure === undefined)
            await pace();
        // Another name may have failed while this one waited; one without a result was not tried.
        if (failure !== undefined)
            return;
        try {
            results.set(name.tag, await setName(repository, image, name, tools));
        }
        catch (error) {
            failure = (0,errors/* asShipError */.N)(error);
            results.set(name.tag, { ...nameOf(name), outcome: 'failed', detail: failure.what });
        }
    });
    const settled = ({ overtaken, failure: found }) => {
        for (const result of overtaken)
            results.set(result.tag, result);
        return found;
    };
    const { fixed, moving, unguarded: loose } = inOrder(wanted, repository);
    const unguarded = loose.map(({ name }) => name);
    if (ifExists !== 'move' && loose.length > 0)
        await attempt(() => takenMeanwhile(repository, image, loose, tools));
    await setAll(fixed, 1);
    if (unguarded.length > 0 && moving.length > 0)
        await attempt(async () => settled(await settleFixed(repository, image, unguarded, tools)));
    const late = failure === undefined ? await movedMeanwhile(repository, image, moving, { ...tools, ages }) : undefined;
    for (const result of late?.kept ?? [])
        results.set(result.tag, result);
    failure ??= late?.failure;
    const current = moving.filter(({ name }) => !results.has(name.tag));
    await setAll(current, putsAtOnce);
    const isKept = ({ state, name }) => state === 'kept-back' || results.get(name.tag)?.outcome === 'kept-back';
    const names = decisions.filter((decision) => !isKept(decision)).map(({ name }) => name);
    await attempt(async () => settled(await settle(repository, image, names, { ...tools, ages })));
    return {
        results: decisions.map(({ name }) => results.get(name.tag) ?? { ...nameOf(name), outcome: 'not-tried' }),
        failure,
    };
}
/** A name that is there already is left alone: an immutable one could only be refused. */
function withoutPut({ name, because }, image, log) {
    if (because === undefined) {
        log.info(`${name.tag} already names ${image.digest}`);
        return { ...nameOf(name), outcome: 'unchanged' };
    }
    log.info(`${name.tag} stays where it is: ${because}`);
    return { ...nameOf(name), outcome: 'kept-back', detail: because };
}
/**
 * A repository whose tags may move does not refuse to give away a name that another run has set since the decision.
 * So those that should not move are looked at once more. Gives `tag-taken`.
 */
async function takenMeanwhile(repository, image, unguarded, { registry }) {
    const now = await registry.readTagged(repository.name, unguarded.map(({ name }) => name.tag));
    const lost = unguarded.find(({ name, holder }) => {
        const digest = now.get(name.tag)?.digest;
        return digest !== undefined && digest !== image.digest && digest !== holder;
    });
    return lost && lostRace(lost.name, repository, now.get(lost.name.tag)?.digest, image.digest);
}
/** Moving names that another run has moved since the decision, maybe to a newer commit: looked at once more. */
async function movedMeanwhile(repository, image, moving, { registry, ages, log }) {
    if (moving.length === 0 || ages.ifOlder === 'move')
        return { kept: [], failure: undefined };
    const kept = [];
    try {
        const now = await registry.readTagged(repository.name, moving.map(({ name }) => name.tag));
        for (const { name, holder } of moving) {
            const other = now.get(name.tag);
            if (other === undefined || other.digest === holder || other.digest === image.digest)
                continue;
            const age = await ages.of(name, other);
            if (age.kind !== 'older')
                continue;
            if (ages.ifOlder === 'fail')
                return { kept, failure: olderCommit(name, other.digest, age) };
            log.info(`${name.tag} stays where another run has set it meanwhile: ${age.why}`);
            kept.push({ ...nameOf(name), outcome: 'kept-back', detail: age.why });
        }
        return { kept, failure: undefined };
    }
    catch (error) {
        return { kept, failure: (0,errors/* asShipError */.N)(error) };
    }
}
/** Fixed names, those that can never move first; among them those that nothing guards; then those that are meant to move. */
function inOrder(names, { mutability }) {
    const fixed = names.filter(({ name }) => name.kind === 'fixed');
    const unguarded = fixed.filter(({ name }) => mayMove(name.tag, mutability));
    return {
        fixed: [...fixed.filter((name) => !unguarded.includes(name)), ...unguarded],
        unguarded,
        moving: names.filter(({ name }) => name.kind === 'moving'),
    };
}
async function setName(repository, image, name, { log, registry }) {
    const put = await registry.putManifest(repository, name.tag, image.manifest);
    if (put.kind === 'set') {
        if (put.digest !== image.digest)
            throw wrongDigest(name, put.digest, image.digest);
        log.info(`${name.tag} now names ${image.digest}`);
        return { ...nameOf(name), outcome: 'set' };
    }
    const [holder] = await registry.describeImages(repository.name, [{ tag: name.tag }]);
    if (holder?.digest !== image.digest)
        throw lostRace(name, repository, holder?.digest, image.digest);
    log.info(`${name.tag} already names ${image.digest}`);
    return { ...nameOf(name), outcome: 'unchanged' };
}
function nameOf({ tag, kind }) {
    return { tag, kind };
}
function wrongDigest(name, got, wanted) {
    return new errors/* ShipError */.f({
        code: 'naming-failed',
        what: `The registry says that ${name.tag} is ${got} and not ${wanted}, although it was given the same bytes.`,
        next: 'Look for a proxy between the runner and the registry that changes manifests.',
    });
}

// EXTERNAL MODULE: ./src/types/image.ts
var types_image = __nccwpck_require__(5768);
;// CONCATENATED MODULE: ./src/publish/session.ts

/**
 * Logs in without a `docker login` process, and learns what the registry is like.
 * The secret goes into a private file only; what post must undo is in the job's state before it is done.
 */
async function openSession(plan, registry, { job, log, dockerConfig }) {
    const { inputs, names } = plan;
    const isWanted = names.some((name) => name.kind === 'moving' && name.claim !== undefined);
    const [credentials, repository, scanSettings, tagged, allTags, caller] = await Promise.all([
        registry.authorize().then((given) => {
            job.mask(given.password);
            job.mask(given.basic);
            return given;
        }),
        registry.describeRepository(inputs.repository),
        inputs.scan === 'off' ? unread : registry.readScanSettings(inputs.repository),
        registry.readTagged(inputs.repository, [
            ...new Set([...names.map(({ tag }) => tag), ...(inputs.baselineTag ? [inputs.baselineTag] : [])]),
        ]),
        isWanted ? registry.listTags(inputs.repository) : [],
        inputs.evidenceFile === undefined ? undefined : registry.callerArn(),
    ]);
    if (scanSettings.notice !== undefined)
        log.notice(scanSettings.notice);
    const host = (0,types_image/* registryHost */.U)(repository);
    const path = dockerConfig.choosePath();
    job.saveState('docker-config', path);
    const dockerEnv = await dockerConfig.install(path, host, credentials);
    if (inputs.login === 'job')
        exportForJob(dockerEnv, job);
    log.info(`Logged in to ${host} until ${new Date(credentials.expiresAt).toISOString()} (${loginScope(inputs.login)}).`);
    return { repository, scanSettings, dockerEnv, tagged, allTags, caller };
}
const unread = { scanner: 'unknown', frequency: 'unknown' };
function exportForJob(dockerEnv, job) {
    const before = {
        dockerConfig: job.variable('DOCKER_CONFIG') ?? '',
        buildxConfig: job.variable('BUILDX_CONFIG') ?? '',
    };
    job.saveState('exported', JSON.stringify(before));
    for (const [name, value] of Object.entries(dockerEnv))
        job.exportVariable(name, value);
}
function loginScope(login) {
    return login === 'job' ? 'for this step and the later steps of the job' : 'for this step alone';
}

;// CONCATENATED MODULE: ./src/record.ts


function startRecord(asked, clock) {
    const startedAt = clock.now();
    const timings = [];
    const commands = [];
    const found = {};
    let failure;
    return {
        keep(key, value) {
            found[key] = value;
            return value;
        },
        found: (key) => found[key],
        resultFile: asked.resultFile,
        startedAt,
        async phase(phase, work) {
            const began = clock.now();
            try {
                return await work();
            }
            finally {
                timings.push({ phase, ms: clock.now() - began });
            }
        },
        async attempt(story) {
            try {
                await story();
            }
            catch (error) {
                failure = (0,errors/* asShipError */.N)(error);
            }
        },
        watch(docker) {
            return {
                ...docker,
                run(args, options) {
                    if (options.show)
                        commands.push((0,display/* displayCommand */.k)(args));
                    return docker.run(args, options);
                },
            };
        },
        finish: () => ({
            ...asked,
            inputs: found.inputs,
            plan: found.plan,
            builder: found.builder,
            repository: found.repository,
            caller: found.caller,
            decision: found.decision,
            candidate: found.candidate,
            image: found.image,
            exceptions: found.exceptions,
            baseline: found.baseline,
            scan: found.scan,
            verdict: found.verdict,
            names: found.names ?? [],
            candidateRemoved: found.candidateRemoved ?? false,
            commands,
            timings,
            startedAt,
            finishedAt: clock.now(),
            unwritten: found.unwritten ?? [],
            failure,
        }),
    };
}

// EXTERNAL MODULE: ./src/tell.ts
var tell = __nccwpck_require__(44);
// EXTERNAL MODULE: ./src/report/plan-lines.ts
var plan_lines = __nccwpck_require__(1061);
;// CONCATENATED MODULE: ./src/ship.ts





















/**
 * The story: an image gets its names only after it has passed.
 * Never throws: whatever happens is in the report, and what was begun is cleaned up.
 */
async function ship(raw, run, world) {
    const record = startRecord({ run, resultFile: raw['result-file'] || undefined }, world.clock);
    const ports = { ...world, docker: record.watch(world.docker) };
    const { log, job } = ports;
    let cleanUp = async () => { };
    let hasNames = false;
    await record.attempt(async () => {
        const inputs = record.keep('inputs', parseInputs(raw, run.region));
        // The SDK loads and the engine answers while the names are worked out.
        const registry = inputs.target && ports.connect(inputs.target);
        const probing = startProbe(ports);
        const plan = await record.phase('plan', async () => {
            await (0,tell/* tryFiles */.j)(inputs, record, ports.files);
            return record.keep('plan', await preparePlan(inputs, run, ports));
        });
        await log.group('Plan', () => {
            (0,plan_lines/* planLines */.HN)(plan).forEach(log.info);
        });
        (0,plan_lines/* planWarnings */.pH)(plan).forEach(log.warning);
        const foreign = plan.source.trust === 'stranger' ? plan.source.strangers : undefined;
        const exceptions = await readExceptions(inputs, foreign, ports);
        record.keep('exceptions', exceptions);
        if (inputs.mode === 'plan') {
            const builder = await probing.catch(errors/* asShipError */.N);
            (0,plan_lines/* builderLines */.h3)(plan, builder).forEach(log.info);
            (0,plan_lines/* builderWarnings */.RA)(plan, builder).forEach(log.warning);
            return;
        }
        if (registry === undefined) {
            const builder = record.keep('builder', fit(await probing, plan, log));
            return record.phase('build', () => buildOnly(plan, builder, ports));
        }
        const tools = { ...ports, registry };
        const session = await record.phase('login', () => openSession(plan, registry, ports));
        const repository = record.keep('repository', session.repository);
        if (session.caller !== undefined)
            record.keep('caller', session.caller);
        const { decision, ages } = await record.phase('decide', () => decideNames(plan, session, tools));
        record.keep('decision', decision);
        const baseline = findBaseline(decision.names, inputs.baselineTag, session.tagged);
        if (baseline !== undefined)
            record.keep('baseline', baseline);
        await log.group('Decide', () => {
            (0,plan_lines/* decisionLines */.Wp)(decision).forEach(log.info);
        });
        (0,plan_lines/* decisionNotices */.KM)(decision, plan).forEach(log.notice);
        warnOfSetOnce(decision, repository, log);
        const runStartedAt = record.startedAt;
        const candidateEnd = { repository: repository.name, tag: plan.candidateTag, runStartedAt };
        /** Post must know of the tag before it is there. */
        const expectCandidateTag = (forget) => {
            rememberCandidate(plan, repository, runStartedAt, job);
            cleanUp = () => record.phase('clean-up', async () => {
                const [removed] = await Promise.all([
                    (0,clean_up/* removeCandidateTag */.w)({ ...candidateEnd, hasNames }, tools),
                    forget?.(),
                ]);
                record.keep('candidateRemoved', removed === 'image-removed');
                job.saveState('candidate-removed', 'true');
            });
        };
        const build = async () => {
            const builder = record.keep('builder', fit(await probing, plan, log));
            if (builder.push === 'by-tag')
                expectCandidateTag(() => forgetLocalCandidate(repository, plan.candidateTag, ports));
            return record.phase('build', () => buildCandidate(plan, builder, repository, session.dockerEnv, ports));
        };
        const candidate = decision.kind === 'reuse' ? reusedCandidate(decision, inputs) : await build();
        record.keep('candidate', candidate);
        const image = await record.phase('verify', () => verifyImage(repository, candidate, tools));
        record.keep('image', image);
        if (decision.kind === 'build')
            await checkOwnRecord(plan, repository, image, tools);
        log.info(verifiedLine(image));
        await passGate({ plan, session, exceptions, candidate, image, expectCandidateTag }, record, tools);
        const naming = await record.phase('name', () => nameImage(repository, image, decision.names, { ifExists: inputs.ifExists, ages }, tools));
        hasNames = isNamed(record.keep('names', naming.results));
        if (naming.failure !== undefined)
            throw naming.failure;
    });
    await cleanUp().catch((error) => {
        log.warning(`The candidate's tag could not be removed; the post step tries again. ${(0,errors/* asShipError */.N)(error).what}`);
    });
    return record.finish();
}
/** Asks the engine about itself now; whoever needs a builder later meets the failure, if there is one. */
function startProbe({ docker }) {
    const probing = probeBuilder(docker);
    probing.catch(() => undefined);
    return probing;
}
function fit(builder, plan, log) {
    requireFit(plan, builder);
    log.info(`Builder: ${builder.description}`);
    if (builder.notice !== undefined)
        log.notice(builder.notice);
    (0,plan_lines/* builderWarnings */.RA)(plan, builder).forEach(log.warning);
    return builder;
}
function reusedCandidate({ digest }, { build }) {
    return { digest, tag: undefined, platform: build.platforms[0] };
}
function isNamed(results) {
    return results.some((name) => name.outcome === 'set' || name.outcome === 'unchanged');
}


/***/ }),

/***/ 44:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ tryFiles),
/* harmony export */   q: () => (/* binding */ tell)
/* harmony export */ });
/* harmony import */ var _report_files_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7666);
/* harmony import */ var _report_unwritten_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3896);


/**
 * Tries every file that the run is to leave before it does anything: an image must not get its names in a run that
 * then fails for a path. Throws `file-failed` for all that cannot be written.
 */
async function tryFiles(inputs, record, files) {
    const unwritten = await files.check((0,_report_files_js__WEBPACK_IMPORTED_MODULE_0__/* .wantedFiles */ .l0)(record.resultFile, inputs), (0,_report_files_js__WEBPACK_IMPORTED_MODULE_0__/* .usedFiles */ .lJ)(inputs));
    if (unwritten.length === 0)
        return;
    record.keep('unwritten', unwritten);
    throw (0,_report_unwritten_js__WEBPACK_IMPORTED_MODULE_1__/* .unwrittenError */ .L)(unwritten);
}
/**
 * Writes the files of a run and then its outputs, which say which files are there. Where the outputs cannot be
 * written, the files are told so.
 * @param setOutputs gives the error where it cannot
 * @param show the report as it may be shown
 */
async function tell(found, files, setOutputs, show = (told) => told) {
    const told = await writeFiles(found, files, show);
    const unset = setOutputs(told.report);
    if (unset === undefined)
        return told;
    if (told.report.failure !== undefined)
        return { ...told, besides: [...told.besides, unset] };
    return writeFiles({ ...told.report, failure: unset }, files, show);
}
/**
 * Writes the files of a run. Where one cannot be written, that is part of the report, and the others are written
 * again: none of them may say that all went well. Ends because each round has fewer files.
 * @param show the report as it may be shown
 */
async function writeFiles(report, files, show) {
    let told = report;
    const failed = [];
    for (;;) {
        const before = failed.length;
        for (const file of (0,_report_files_js__WEBPACK_IMPORTED_MODULE_0__/* .filesOf */ .R8)(told, show(told))) {
            const unwritten = await files.write(file);
            if (unwritten !== undefined)
                failed.push(unwritten);
        }
        if (failed.length === before)
            break;
        told = {
            ...report,
            unwritten: [...report.unwritten, ...failed],
            failure: report.failure ?? (0,_report_unwritten_js__WEBPACK_IMPORTED_MODULE_1__/* .unwrittenError */ .L)(failed),
        };
    }
    const besides = report.failure === undefined ? [] : failed.map((file) => (0,_report_unwritten_js__WEBPACK_IMPORTED_MODULE_1__/* .unwrittenError */ .L)([file]));
    return { report: told, besides };
}


/***/ }),

/***/ 6221:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ shortDigest),
/* harmony export */   m: () => (/* binding */ parseDigest)
/* harmony export */ });
/**
 * Takes any text and gives the digest it is, or undefined.
 * Only sha256 is accepted, because it is the only algorithm that ECR computes.
 */
function parseDigest(text) {
    return /^sha256:[0-9a-f]{64}$/.test(text) ? text : undefined;
}
/** The first twelve hexadecimal digits, as docker prints them. */
function shortDigest(digest) {
    return digest.slice('sha256:'.length, 'sha256:'.length + 12);
}


/***/ }),

/***/ 4218:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ asShipError),
/* harmony export */   f: () => (/* binding */ ShipError)
/* harmony export */ });
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9786);

/** The one error type of this project: a code, what happened, what to do next, and the cause. */
class ShipError extends Error {
    code;
    what;
    next;
    details;
    constructor(options) {
        super(`${options.what} ${options.next}`, { cause: options.cause });
        this.name = 'ShipError';
        this.code = options.code;
        this.what = options.what;
        this.next = options.next;
        this.details = options.details;
    }
}
/** Any thrown value as a ShipError. What is not one already is a defect of this action, and says so. */
function asShipError(thrown) {
    if (thrown instanceof ShipError)
        return thrown;
    return new ShipError({
        code: 'internal',
        what: `Something happened that ecr-ship did not foresee: ${(0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .clause */ .sb)((0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(thrown))}.`,
        next: 'Please open an issue with this log.',
        details: thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown),
        cause: thrown,
    });
}


/***/ }),

/***/ 8036:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Pu: () => (/* binding */ parseDenial),
/* harmony export */   gF: () => (/* binding */ deniedError),
/* harmony export */   kc: () => (/* binding */ actionsOfRequest),
/* harmony export */   un: () => (/* binding */ grantText)
/* harmony export */ });
/* unused harmony exports actions, statementFor, shipPolicy */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4218);

/** The IAM actions that one run can need, and what for. The permission statements in docs and errors come from here. */
const actions = {
    login: ['ecr:GetAuthorizationToken'],
    push: [
        'ecr:BatchCheckLayerAvailability',
        'ecr:BatchGetImage',
        'ecr:CompleteLayerUpload',
        'ecr:GetDownloadUrlForLayer',
        'ecr:InitiateLayerUpload',
        'ecr:PutImage',
        'ecr:UploadLayerPart',
    ],
    verify: ['ecr:BatchGetImage', 'ecr:DescribeImages', 'ecr:DescribeRepositories'],
    taken: ['ecr:BatchGetImage', 'ecr:DescribeImages', 'ecr:GetDownloadUrlForLayer'],
    scan: ['ecr:DescribeImageScanFindings', 'ecr:StartImageScan'],
    /** Besides them, where the registry's scanner is Amazon Inspector: ECR asks it in the name of the caller. */
    enhancedScan: ['inspector2:ListCoverage', 'inspector2:ListFindings'],
    scanSettings: ['ecr:BatchGetRepositoryScanningConfiguration', 'ecr:GetRegistryScanningConfiguration'],
    candidateTag: ['ecr:BatchDeleteImage'],
};
/** Actions that AWS grants only on all resources. Source: service authorization reference for Amazon ECR and Inspector2. */
const onAllResources = new Set([
    'ecr:GetAuthorizationToken',
    'ecr:GetRegistryScanningConfiguration',
    'inspector2:ListCoverage',
    'inspector2:ListFindings',
]);
/** The statement that grants one action, or several on the repository. */
function statementFor(action, repositoryArn) {
    const isGlobal = [action].flat().every((one) => onAllResources.has(one));
    return { Effect: 'Allow', Action: action, Resource: isGlobal ? '*' : repositoryArn };
}
/** A whole policy for `mode: ship` on one private repository, with no action that a run does not use. */
function shipPolicy(repositoryArn, scanner = 'basic') {
    const { enhancedScan, ...always } = actions;
    const wanted = [...Object.values(always), ...(scanner === 'enhanced' ? [enhancedScan] : [])];
    const all = [...new Set(wanted.flat())].sort();
    const everywhere = all.filter((action) => onAllResources.has(action));
    const here = all.filter((action) => !onAllResources.has(action));
    return {
        Version: '2012-10-17',
        Statement: [
            { Effect: 'Allow', Action: everywhere, Resource: '*' },
            { Effect: 'Allow', Action: here, Resource: repositoryArn },
        ],
    };
}
/** Reads `User: X is not authorized to perform: Y on resource: Z because ...`, from the API or through docker. */
function parseDenial(message) {
    const match = /(?:User: (\S+) )?is not authorized to perform: ([\w-]+:\w+)(?: on resource: (\S+))?/.exec(message);
    if (match?.[2] === undefined)
        return undefined;
    return { principal: match[1], action: match[2], resource: match[3] };
}
/** The statement that grants what is missing, to copy from the log. */
function grantText(action, resource) {
    return `This statement grants what is missing:\n${JSON.stringify(statementFor(action, resource), null, 2)}`;
}
/** The denial names one action only; whoever lacks one of Inspector's two lacks the other as well. */
function grantedTogether(action) {
    const pair = actions.enhancedScan;
    return pair.includes(action) ? pair : action;
}
/** The error for a permission that is missing, with the statement that grants it. */
function deniedError(action, principal, resource, cause) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ShipError */ .f({
        code: 'access-denied',
        what: `${principal ?? 'The role of this job'} may not call ${action}.`,
        next: `Add the statement printed above to the policy of the role; a whole policy is in docs/iam.md.`,
        details: grantText(grantedTogether(action), resource),
        cause,
    });
}
/**
 * The actions that the registry's HTTP interface wants for a request; undefined for a request that is none of its own.
 * BuildKit reports a refused request by method and address, without the registry's own words.
 * Source: ECR user guide, "Pushing an image", required permissions.
 */
function actionsOfRequest(method, path) {
    const route = /\/(manifests|blobs\/uploads|blobs)\//.exec(path)?.[1];
    return route === undefined ? undefined : httpActions[`${method} ${route}`];
}
const httpActions = {
    'HEAD manifests': ['ecr:BatchGetImage'],
    'GET manifests': ['ecr:BatchGetImage'],
    'PUT manifests': ['ecr:PutImage'],
    'HEAD blobs': ['ecr:BatchCheckLayerAvailability'],
    'GET blobs': ['ecr:GetDownloadUrlForLayer'],
    'POST blobs/uploads': ['ecr:InitiateLayerUpload'],
    'PATCH blobs/uploads': ['ecr:UploadLayerPart'],
    'PUT blobs/uploads': ['ecr:UploadLayerPart', 'ecr:CompleteLayerUpload'],
};


/***/ }),

/***/ 5768:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ registryHost)
/* harmony export */ });
/** The host of a repository's registry, and its port where it is not the usual one. */
function registryHost({ uri }) {
    return uri.slice(0, uri.indexOf('/'));
}


/***/ }),

/***/ 8792:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ inputDefaults),
/* harmony export */   w: () => (/* binding */ defaultExceptionsFile)
/* harmony export */ });
/** Every input and its default. `action.yml` says the same, which a test proves. */
const inputDefaults = {
    mode: 'ship',
    repository: '',
    'registry-id': '',
    'aws-region': '',
    tags: 'type=schedule\ntype=ref,event=branch\ntype=ref,event=tag\ntype=ref,event=pr\ntype=sha',
    flavor: '',
    'if-exists': 'reuse',
    'reuse-paths': '',
    'if-older': 'keep',
    'pull-request-commit': 'merge',
    context: '.',
    file: '',
    target: '',
    platforms: '',
    'build-args': '',
    labels: '',
    annotations: '',
    push: 'true',
    scan: 'auto',
    'fail-on': 'critical',
    'only-fixable': 'false',
    'only-new': 'false',
    exceptions: '',
    'on-incomplete-scan': 'fail',
    'scan-timeout': '10m',
    login: 'job',
    summary: 'true',
    'result-file': '',
    'evidence-file': '',
    'sarif-file': '',
    'github-token': '${{ github.token }}',
};
/** Where the exceptions are looked for when the input says nothing. */
const defaultExceptionsFile = '.github/ecr-ship.yml';


/***/ }),

/***/ 9055:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Gv: () => (/* binding */ isObject),
/* harmony export */   Vh: () => (/* binding */ readJson),
/* harmony export */   b6: () => (/* binding */ textOf),
/* harmony export */   lS: () => (/* binding */ membersOf),
/* harmony export */   oB: () => (/* binding */ shownJson)
/* harmony export */ });
/* harmony import */ var _refusal_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3617);

/** Manifests and image configs are five levels deep; what is far deeper is made to be expensive. */
const deepest = 100;
/**
 * Reads JSON that others read too, so that nobody can read another thing in it: no byte order mark, nothing behind the
 * value, no name twice in one object at any depth (Go's reader takes the last one and merges, others the first), and at
 * most a hundred levels. Whoever calls this has bounded the text's length.
 * Throws Refusal.
 */
function readJson(text) {
    let value;
    try {
        value = JSON.parse(text);
    }
    catch {
        throw new _refusal_js__WEBPACK_IMPORTED_MODULE_0__/* .Refusal */ .P_('it is not JSON');
    }
    refuseRepeatedNames(text);
    return value;
}
/** Goes through the tokens of a text that is known to be JSON. */
function refuseRepeatedNames(text) {
    /** The names of each object that is open; undefined for a list. */
    const open = [];
    for (let at = 0; at < text.length; at += 1) {
        const character = text[at];
        if (character === '{' || character === '[') {
            open.push(character === '{' ? new Set() : undefined);
            if (open.length > deepest)
                throw new _refusal_js__WEBPACK_IMPORTED_MODULE_0__/* .Refusal */ .P_(`it is more than ${String(deepest)} levels deep`);
        }
        else if (character === '}' || character === ']') {
            open.pop();
        }
        else if (character === '"') {
            const end = endOfString(text, at);
            if (isName(text, end))
                refuseSecond(open.at(-1), JSON.parse(text.slice(at, end)));
            at = end - 1;
        }
    }
}
/** The place behind the closing quote. */
function endOfString(text, start) {
    let at = start + 1;
    while (text[at] !== '"')
        at += text[at] === '\\' ? 2 : 1;
    return at + 1;
}
/** A string that a colon follows is a member's name; none stands elsewhere. */
function isName(text, end) {
    let at = end;
    while (/[ \t\n\r]/.test(text[at] ?? ''))
        at += 1;
    return text[at] === ':';
}
function refuseSecond(names, name) {
    if (names?.has(name) === true)
        throw new _refusal_js__WEBPACK_IMPORTED_MODULE_0__/* .Refusal */ .P_(`it has the member ${(0,_refusal_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(name)} twice in one object`);
    names?.add(name);
}
/**
 * The members of an object that programs read by the given names. A name that differs from one of them in case alone is
 * refused: Go's reader takes it for the same (and `ſ` for `s`, the Kelvin sign for `k`), others do not.
 * Source: Go, encoding/json, Unmarshal and fold.go. `what` is how messages call the object. Throws Refusal.
 */
function membersOf(value, names, what) {
    if (!isObject(value))
        throw new _refusal_js__WEBPACK_IMPORTED_MODULE_0__/* .Refusal */ .P_(`${what} is no object`);
    const members = new Map(Object.entries(value));
    const known = new Map(names.map((name) => [folded(name), name]));
    for (const name of members.keys()) {
        const meant = known.get(folded(name));
        if (meant !== undefined && meant !== name)
            throw new _refusal_js__WEBPACK_IMPORTED_MODULE_0__/* .Refusal */ .P_(`${what} has the member ${(0,_refusal_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(name)}, which some programs read as ${meant}`);
    }
    return members;
}
/** A text, or undefined where there is none. Throws Refusal for anything else. */
function textOf(members, name, what) {
    const value = members.get(name);
    if (value === undefined || typeof value === 'string')
        return value;
    throw new _refusal_js__WEBPACK_IMPORTED_MODULE_0__/* .Refusal */ .P_(`${what} has a ${name} that is no text`);
}
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
/** A value in a message: as JSON, and not endless. */
function shownJson(value) {
    return value === undefined ? 'nothing' : (0,_refusal_js__WEBPACK_IMPORTED_MODULE_0__/* .shortened */ .vI)(JSON.stringify(value));
}
function folded(name) {
    return name.toUpperCase().toLowerCase();
}


/***/ }),

/***/ 5949:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $P: () => (/* binding */ manifestMediaTypes),
/* harmony export */   $U: () => (/* binding */ isIndexType),
/* harmony export */   IO: () => (/* binding */ isLayerType),
/* harmony export */   Ky: () => (/* binding */ isImageConfigType),
/* harmony export */   Og: () => (/* binding */ mayBeUnpacked),
/* harmony export */   j3: () => (/* binding */ isAttestationType),
/* harmony export */   mi: () => (/* binding */ isForeignLayerType),
/* harmony export */   tr: () => (/* binding */ isImageManifestType)
/* harmony export */ });
/** One platform's image, or an artifact in the shape of one. Source: OCI image specification; Docker image manifest v2.2. */
const imageManifestTypes = [
    'application/vnd.oci.image.manifest.v1+json',
    'application/vnd.docker.distribution.manifest.v2+json',
];
const indexTypes = [
    'application/vnd.oci.image.index.v1+json',
    'application/vnd.docker.distribution.manifest.list.v2+json',
];
/** The media types in which an image can be stored. */
const manifestMediaTypes = [...imageManifestTypes, ...indexTypes];
const imageConfigTypes = [
    'application/vnd.oci.image.config.v1+json',
    'application/vnd.docker.container.image.v1+json',
];
/**
 * Layers that every engine unpacks and that lie in the registry.
 * Source: OCI image specification, layer.md; containerd, core/images/mediatypes.go.
 */
const layerTypes = [
    'application/vnd.oci.image.layer.v1.tar',
    'application/vnd.oci.image.layer.v1.tar+gzip',
    'application/vnd.oci.image.layer.v1.tar+zstd',
    'application/vnd.docker.image.rootfs.diff.tar',
    'application/vnd.docker.image.rootfs.diff.tar.gzip',
    'application/vnd.docker.image.rootfs.diff.tar.zstd',
];
function isImageManifestType(type) {
    return imageManifestTypes.includes(type);
}
function isIndexType(type) {
    return indexTypes.includes(type);
}
function isImageConfigType(type) {
    return imageConfigTypes.includes(type);
}
function isLayerType(type) {
    return layerTypes.includes(type);
}
/** Layers that may be fetched from anywhere. Source: containerd, core/images/mediatypes.go, IsNonDistributable. */
function isForeignLayerType(type) {
    return /^application\/vnd\.(?:oci\.image\.layer\.nondistributable|docker\.image\.rootfs\.foreign)\./.test(type);
}
/**
 * Statements about an image: BuildKit's, plain, and the same in a signed envelope. No engine unpacks them.
 * Source: moby/buildkit, docs/attestations/attestation-storage.md; docker/attest (`application/vnd.in-toto.spdx+dsse`);
 * sigstore/cosign, ATTESTATION_SPEC.md.
 */
function isAttestationType(type) {
    return (/^application\/vnd\.in-toto(?:\.[a-z0-9-]+)?\+(?:json|dsse)$/.test(type) ||
        type === 'application/vnd.dsse.envelope.v1+json');
}
/**
 * Whether some engine may take a blob of that type for a part of a file system: the families of Docker and OCI image
 * types, EROFS, containerd's own, and whatever calls itself a tar.
 * Source: moby, daemon/internal/distribution/registry.go, supportedMediaTypes; containerd, core/images/mediatypes.go.
 */
function mayBeUnpacked(type) {
    const lower = type.toLowerCase();
    return (lower === '' ||
        /^application\/vnd\.(?:oci\.image|docker|erofs|containerd)(?:\.|$)/.test(lower) ||
        /\btar\b/.test(lower));
}


/***/ }),

/***/ 2357:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $M: () => (/* binding */ parseRepositoryName),
/* harmony export */   ED: () => (/* binding */ parseTag),
/* harmony export */   FL: () => (/* binding */ parsePlatform),
/* harmony export */   Qq: () => (/* binding */ usualPlatform),
/* harmony export */   cK: () => (/* binding */ parseAccountId),
/* harmony export */   cf: () => (/* binding */ parseRegion)
/* harmony export */ });
/** What is legal in a tag. Source: OCI distribution specification, "Pulling manifests". */
function parseTag(text) {
    return /^[A-Za-z0-9_][A-Za-z0-9._-]{0,127}$/.test(text) ? text : undefined;
}
/** 2 to 256 characters of lower-case path segments. Source: ECR API reference, CreateRepository. */
function parseRepositoryName(text) {
    const legal = /^(?:[a-z0-9]+(?:[._-][a-z0-9]+)*\/)*[a-z0-9]+(?:[._-][a-z0-9]+)*$/;
    return text.length >= 2 && text.length <= 256 && legal.test(text) ? text : undefined;
}
function parseAccountId(text) {
    return /^\d{12}$/.test(text) ? text : undefined;
}
/** The shape of every AWS region's name, the sovereign and isolated ones included. */
function parseRegion(text) {
    return /^[a-z]{2,4}(?:-[a-z]+)+-\d{1,2}$/.test(text) ? text : undefined;
}
function parsePlatform(text) {
    return /^[a-z0-9]+\/[a-z0-9_]+(?:\/[a-z0-9.]+)?$/.test(text) ? text : undefined;
}
/** The one spelling of a platform that may be written in several ways. Source: containerd/platforms, database.go. */
function usualPlatform(platform) {
    const [os = '', architecture = '', variant = ''] = platform.split('/');
    const [usual = architecture, ownVariant = ''] = spellings.get(architecture) ?? [];
    const given = (variant || ownVariant).replace(/^(?=\d)/, 'v');
    const shown = given === defaultVariants.get(usual) ? '' : given;
    return (shown === '' ? `${os}/${usual}` : `${os}/${usual}/${shown}`);
}
const spellings = new Map([
    ['x86_64', ['amd64']],
    ['aarch64', ['arm64']],
    ['i386', ['386']],
    ['armhf', ['arm', 'v7']],
    ['armel', ['arm', 'v6']],
]);
const defaultVariants = new Map([
    ['amd64', 'v1'],
    ['arm64', 'v8'],
    ['arm', 'v7'],
]);


/***/ }),

/***/ 2024:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $b: () => (/* binding */ credentialsInText),
/* harmony export */   Ny: () => (/* binding */ credentialsInContext),
/* harmony export */   cT: () => (/* binding */ withoutSecrets),
/* harmony export */   pc: () => (/* binding */ redacted),
/* harmony export */   ri: () => (/* binding */ withoutCredentials)
/* harmony export */ });
/* unused harmony export hiddenMark */
/** What stands in the place of a credential. */
const hiddenMark = '***';
/**
 * The part of an address between its scheme and its host. `git` is what everybody writes there for ssh, and no secret.
 * Every run of characters has its bound, so that no text can make the search slow.
 */
const userInfo = /(\b[a-z][a-z0-9+.-]{0,20}:\/\/)(?!git@)[^\s/?#'"<>@]{0,4096}(?:@[^\s/?#'"<>@]{0,4096})*@/gi;
/** A parameter of an address, as in `?private_token=…` and `&X-Amz-Signature=…`. */
const parameter = /([?&;])([\w.~%-]{1,80})=([^\s&;#'"<>]+)/g;
const secretName = /(?:^|[-_.])(?:token|secret|password|passwd|pwd|pass|auth|authorization|credentials?|key|sig|signature)$|(?:token|secret|password|signature|apikey)$/i;
/** A text whose addresses carry no credentials: told by where they stand, whatever they are. */
function withoutCredentials(text) {
    const openUsers = text.includes('://') ? text.replace(userInfo, `$1${hiddenMark}@`) : text;
    if (!openUsers.includes('='))
        return openUsers;
    return openUsers.replace(parameter, (all, mark, name) => secretName.test(name) ? `${mark}${name}=${hiddenMark}` : all);
}
/** What a Git URL of a build context may ask for openly. Source: BuildKit, docs "Build context", URL queries. */
const openParameters = new Set([
    'branch',
    'tag',
    'ref',
    'subdir',
    'commit',
    'checksum',
    'keep-git-dir',
    'submodules',
]);
/** Users that are the same for everybody. */
const commonUsers = new Set([
    'git',
    'oauth2',
    'x-access-token',
    'x-token-auth',
    'aws',
    'token',
    'user',
    'x-oauth-basic',
]);
/** A shorter text would be found, and hidden, all over a log that has nothing to do with it. */
const shortest = 4;
/** The same for what only may be a credential: a parameter of a name that nobody knows. */
const shortestUnknown = 8;
/** No user's name is so long; a token is. */
const longestUser = 20;
/**
 * The credentials in a build context: a Git URL's user and password or token, and its parameters except those that
 * docker itself documents.
 * @returns each in every way in which docker, git or a proxy may write it
 */
function credentialsInContext(context) {
    const users = addressesIn(context).flatMap(usersOf);
    // As scp writes it: `user@host:path`. A folder may have an @ in its name.
    const isBare = !context.includes('://') && /^[^/?#]*@[^/?#@]*:/.test(context);
    const bare = isBare ? usersOf({ scheme: '', rest: context }) : [];
    const parameters = parametersOf(context).flatMap(({ name, value }) => secretName.test(name) || (!openParameters.has(name.toLowerCase()) && value.length >= shortestUnknown)
        ? [value]
        : []);
    return spellings([...users, ...bare, ...parameters]);
}
/**
 * A text that a person gave, as it may be shown: without the credentials of the address that it is or has in it. Of a
 * Git URL more is left out than can be told to be a credential: every parameter that docker does not document.
 */
function redacted(text) {
    const secrets = /^[^\s=]*(?::\/\/|@)/.test(text) ? credentialsInContext(text) : credentialsInText(text);
    return withoutSecrets(text, secrets);
}
/**
 * A text without the secrets that are known, and without the credentials of addresses that nobody has named. Where they
 * stand comes first: a known secret that is a part of an unknown one would leave the rest of it. The longest known one
 * goes first for the same reason. Doing it twice changes nothing.
 */
function withoutSecrets(text, secrets) {
    const left = secrets
        .toSorted((a, b) => b.length - a.length)
        .reduce((rest, secret) => rest.replaceAll(secret, () => hiddenMark), withoutCredentials(text));
    return withoutCredentials(left);
}
/** The credentials in the addresses of any other text that a person gave. */
function credentialsInText(text) {
    const addresses = addressesIn(text);
    const parameters = addresses.flatMap(({ rest }) => parametersOf(rest));
    return spellings([
        ...addresses.flatMap(usersOf),
        ...parameters.filter(({ name }) => secretName.test(name)).map(({ value }) => value),
    ]);
}
function addressesIn(text) {
    return [...text.matchAll(/\b([a-z][a-z0-9+.-]{0,20}):\/\/(?=(\S{1,4096}))/gi)].map(([, scheme = '', rest = '']) => ({
        scheme,
        rest,
    }));
}
/** The user, the password, or both, as far as they are secret. */
function usersOf({ scheme, rest }) {
    const [authority = ''] = rest.split(/[/?#]/);
    // A password with a slash of its own is no legal address, and yet it must not be shown.
    const isBroken = !authority.includes('@') && /:(?!\d*$)[^\]]*$/.test(authority);
    const end = (isBroken ? rest : authority).lastIndexOf('@');
    if (end < 0)
        return [];
    const info = rest.slice(0, end);
    const colon = info.indexOf(':');
    const user = colon < 0 ? info : info.slice(0, colon);
    const password = colon < 0 ? '' : info.slice(colon + 1);
    const isAlone = password === '' || password === 'x-oauth-basic';
    const isToken = (isAlone && /^(?:https?)?$/i.test(scheme)) || user.length >= longestUser;
    const pair = password === '' ? [] : [password, ...password.split(/[/?#]/), encodeBase64(decode(info))];
    return [...(isToken && !commonUsers.has(user.toLowerCase()) ? [user] : []), ...pair];
}
function parametersOf(address) {
    const begin = address.search(/[?#]/);
    if (begin < 0)
        return [];
    return [...address.slice(begin).matchAll(/[?&;]([^=&;#?\s]{1,80})=([^&;#\s]*)/g)].map(([, name = '', value = '']) => ({
        name: decode(name),
        value,
    }));
}
/** As it was written, decoded, and encoded again; an address is printed in one of these ways. */
function spellings(secrets) {
    const all = secrets.flatMap((secret) => {
        const decoded = decode(secret);
        return [secret, decoded, encodeURIComponent(wellFormed(decoded)), encodeURI(wellFormed(decoded))];
    });
    return [...new Set(all)].filter((secret) => secret.length >= shortest && !commonUsers.has(secret));
}
function decode(text) {
    try {
        return decodeURIComponent(text);
    }
    catch {
        return text;
    }
}
/** encodeURIComponent throws at half a character. */
function wellFormed(text) {
    return text.replace(/\p{Cs}/gu, '\ufffd');
}
/** As it stands in a header Authorization; nothing where it has characters that this cannot write. */
function encodeBase64(text) {
    try {
        return btoa(text);
    }
    catch {
        return '';
    }
}


/***/ }),

/***/ 3617:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   P_: () => (/* binding */ Refusal),
/* harmony export */   TL: () => (/* binding */ quoted),
/* harmony export */   vI: () => (/* binding */ shortened)
/* harmony export */ });
/**
 * Why bytes that somebody else wrote are not believed: a clause without a full stop. Thrown while they are read; whoever
 * asked for them makes it an error that says what to do, or goes without them.
 */
class Refusal extends Error {
}
/** Somebody else's word in a sentence of ours: quoted, with control characters escaped, and not endless. */
function quoted(word) {
    return JSON.stringify(shortened(word));
}
/** A text of at most a hundred characters. */
function shortened(text) {
    const most = 100;
    return text.length > most ? `${text.slice(0, most - 1)}…` : text;
}


/***/ }),

/***/ 2700:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Yb: () => (/* binding */ mostFindings),
/* harmony export */   gO: () => (/* binding */ severities),
/* harmony export */   p1: () => (/* binding */ unnamed)
/* harmony export */ });
/** From the worst to the mildest. `undefined` is ECR's own word for "no priority known". */
const severities = ['critical', 'high', 'medium', 'low', 'informational', 'undefined'];
/** The id of a finding that has none: no two of these are the same one, and no exception can mean one of them. */
const unnamed = 'unnamed';
/**
 * So many findings of one image are read. Images with ten thousand are known; what is far beyond them is an answer that
 * has no end, and would fill the memory.
 */
const mostFindings = 50_000;


/***/ }),

/***/ 8959:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   H$: () => (/* binding */ severityKey),
/* harmony export */   jq: () => (/* binding */ isForeign),
/* harmony export */   lv: () => (/* binding */ parseSeverity),
/* harmony export */   wx: () => (/* binding */ meant)
/* harmony export */ });
/* unused harmony export noSeverity */
/* harmony import */ var _scan_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2700);

/** What stands in the place of a word where a finding has none. */
const noSeverity = 'not given';
/** Amazon Inspector's word for "nobody has looked yet". Source: Inspector2 API reference, Severity. */
const untriaged = 'untriaged';
/** A word longer than this is no word; it is cut where it is shown. */
const mostCharacters = 40;
/**
 * Takes a severity as a scanner wrote it, in any case and with blanks around it. A word that is not ECR's counts as the
 * worst there is until the policy says what it means, and so does no word at all: a finding must not slip through because
 * nobody knows how bad it is. What cannot be seen is not dropped but makes another word, which is shown escaped.
 */
function parseSeverity(given) {
    const word = typeof given === 'string' ? given.trim() : '';
    const lower = word.toLowerCase();
    const known = _scan_js__WEBPACK_IMPORTED_MODULE_0__/* .severities */ .gO.find((candidate) => candidate === lower);
    if (known !== undefined)
        return { severity: known };
    if (lower === untriaged)
        return { severity: 'undefined', severityAsGiven: untriaged.toUpperCase() };
    return { severity: worst, severityAsGiven: word === '' ? noSeverity : visible(word) };
}
const [worst] = _scan_js__WEBPACK_IMPORTED_MODULE_0__/* .severities */ .gO;
/** Whether a severity is none of ECR's, so that only the policy can say what it means. */
function isForeign({ severityAsGiven: given }) {
    return given !== undefined && given !== untriaged.toUpperCase();
}
/** What findings and counts are compared by: one of our severities, or the word that is not ECR's. */
function severityKey(word) {
    return isForeign(word) ? (word.severityAsGiven ?? noSeverity).toUpperCase() : word.severity.toUpperCase();
}
/** What the policy makes of a finding's word, where it says so. */
function meant(word, words) {
    const { severityAsGiven: given } = word;
    const severity = given === undefined ? undefined : words.get(given.toLowerCase());
    return severity === undefined ? word : { ...word, severity };
}
/** A foreign word with everything that is blank, invisible or a mark written as its code. */
function visible(word) {
    const shown = word.replace(/[\p{C}\p{Z}\p{M}]/gu, (character) => character === ' ' ? ' ' : `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);
    const characters = Array.from(shown);
    return characters.length > mostCharacters ? `${characters.slice(0, mostCharacters - 1).join('')}…` : shown;
}


/***/ }),

/***/ 215:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Nr: () => (/* binding */ isSameTally),
/* harmony export */   X5: () => (/* binding */ total),
/* harmony export */   XN: () => (/* binding */ sumOf),
/* harmony export */   sv: () => (/* binding */ tallyOf)
/* harmony export */ });
function tallyOf(keys) {
    const tally = new Map();
    for (const key of keys)
        tally.set(key, (tally.get(key) ?? 0) + 1);
    return tally;
}
function total(tally) {
    return [...tally.values()].reduce((sum, count) => sum + count, 0);
}
function sumOf(a, b) {
    const sum = new Map(a);
    for (const [key, count] of b)
        sum.set(key, (sum.get(key) ?? 0) + count);
    return sum;
}
/** Whether both say the same; what is counted as none is the same as what is not counted. */
function isSameTally(a, b) {
    return [...a.keys(), ...b.keys()].every((key) => (a.get(key) ?? 0) === (b.get(key) ?? 0));
}


/***/ }),

/***/ 9786:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   RK: () => (/* binding */ visible),
/* harmony export */   Zb: () => (/* binding */ withoutColour),
/* harmony export */   bD: () => (/* binding */ messageOf),
/* harmony export */   g4: () => (/* binding */ withoutOrders),
/* harmony export */   sb: () => (/* binding */ clause),
/* harmony export */   yV: () => (/* binding */ visibleInColour)
/* harmony export */ });
/* harmony import */ var _redact_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2024);

/**
 * Whatever Unicode calls a control, a format character, a separator of lines or paragraphs, half a character, or
 * something that is shown as nothing: a terminal obeys some of them, others turn a text round, or make two texts that
 * differ look the same. Line feeds and tabs stay; so do the selector after an emoji and the joiner between two.
 * Source: Unicode, general categories Cc, Cf, Zl, Zp and Cs, property Default_Ignorable_Code_Point.
 */
const hidden = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Default_Ignorable_Code_Point}](?<![\t\n\u200d\ufe0f])|\ufe0f(?<!\p{Extended_Pictographic}\ufe0f)|\u200d(?:(?<!\p{Extended_Pictographic}[\u{1f3fb}-\u{1f3ff}]?\ufe0f?\u200d)|(?!\p{Extended_Pictographic}))/gu;
/** Blocks that have none of these, and most of what a build prints; they are told apart many times faster than the rest. */
const beyondPlain = /[^\t\n\x20-\x7e\u00a0-\u00ac\u00ae-\u034e\u0370-\u05ff\u2010-\u2027\u2030-\u205f\u2070-\u2fff\u3000-\u3163\u3165-\ud7ff\ufffd]/;
/** Foreign text with every character that cannot be seen written out, such as `\u001b`. Doing it twice changes nothing. */
function visible(text) {
    return beyondPlain.test(text) ? text.replace(hidden, codeOf) : text;
}
/** A colour or another look of letters (SGR), the one thing that a build may tell a terminal. Source: ECMA-48, 8.3.117. */
const look = String.raw `\x1b\[[0-9;:]{0,32}m`;
const looks = new RegExp(look, 'g');
const aroundLooks = new RegExp(`(${look})`);
/**
 * Whatever else a terminal obeys and shows nothing of: control sequences (CSI), command strings (OSC, DCS, SOS, PM,
 * APC), and the escapes of two or three characters. Source: ECMA-48, 5.3 to 5.6.
 */
const orders = /\x1b\[(?![0-9;:]{0,32}m)[0-?]{0,64}[ -/]{0,8}[@-~]|\x1b[\]PX^_][^\x07\x1b\n]{0,4096}(?:\x07|\x1b\\)|\x1b[ -/]{1,2}[0-~]|\x1b(?![[\]PX^_ -/])[0-~]/g;
/** What a build prints, fit to be shown: colours stay, other orders to a terminal go, what is left of them is seen. */
function visibleInColour(text) {
    if (!beyondPlain.test(text))
        return text;
    return text
        .replace(orders, '')
        .split(aroundLooks)
        .map((part, index) => (index % 2 === 1 ? part : visible(part)))
        .join('');
}
/** A text without its colours. */
function withoutColour(text) {
    return text.includes('\x1b') ? text.replace(looks, '') : text;
}
/**
 * Text in which the runner finds no command: it obeys a line that begins with `::`, also after blanks, and one that
 * holds `##[`. Source: actions/runner, ActionCommand.cs (TryParseV2 with TrimStart, TryParse).
 */
function withoutOrders(text) {
    if (!text.includes('::') && !text.includes('##['))
        return text;
    return text.replace(/^(\s*)::/gm, String.raw `$1\::`).replaceAll('##[', String.raw `#\#[`);
}
function codeOf(character) {
    const code = (character.codePointAt(0) ?? 0).toString(16);
    return code.length > 4 ? `\\u{${code}}` : `\\u${code.padStart(4, '0')}`;
}
/**
 * Somebody else's message as a clause of our own sentence: on one line, not endless, without the full stop that our
 * sentence brings, with nothing in it that cannot be seen, and without the credentials of addresses in it.
 */
function clause(text) {
    // Before it is cut: half of a credential would no longer be known as one.
    const line = visible((0,_redact_js__WEBPACK_IMPORTED_MODULE_0__/* .withoutCredentials */ .ri)(text).replace(/\s+/g, ' ').trim());
    const short = line.length > 600 ? `${line.slice(0, 599).replace(/[\ud800-\udbff]$/, '')}…` : line;
    return short.replace(/[.?!:;,\s]+$/, '');
}
function messageOf(error) {
    return error instanceof Error ? error.message : String(error);
}


/***/ }),

/***/ 2613:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("assert");

/***/ }),

/***/ 181:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("buffer");

/***/ }),

/***/ 4434:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("events");

/***/ }),

/***/ 8611:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("http");

/***/ }),

/***/ 5692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("https");

/***/ }),

/***/ 9278:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("net");

/***/ }),

/***/ 6698:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:async_hooks");

/***/ }),

/***/ 1421:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");

/***/ }),

/***/ 7598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 3024:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 1455:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");

/***/ }),

/***/ 7067:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");

/***/ }),

/***/ 2467:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http2");

/***/ }),

/***/ 4708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:https");

/***/ }),

/***/ 8161:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");

/***/ }),

/***/ 6760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 1708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:process");

/***/ }),

/***/ 7075:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream");

/***/ }),

/***/ 7975:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");

/***/ }),

/***/ 8522:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");

/***/ }),

/***/ 932:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("process");

/***/ }),

/***/ 4756:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tls");

/***/ }),

/***/ 9023:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("util");

/***/ }),

/***/ 8898:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {

const { valid, clean, explain, parse } = __nccwpck_require__(4818);

const { lt, le, eq, ne, ge, gt, compare, rcompare } = __nccwpck_require__(2124);

const {
  filter,
  maxSatisfying,
  minSatisfying,
  RANGE_PATTERN,
  satisfies,
  validRange,
} = __nccwpck_require__(790);

const { major, minor, patch, inc } = __nccwpck_require__(8940);

module.exports = {
  // version
  valid,
  clean,
  explain,
  parse,

  // operator
  lt,
  le,
  lte: le,
  eq,
  ne,
  neq: ne,
  ge,
  gte: ge,
  gt,
  compare,
  rcompare,

  // range
  filter,
  maxSatisfying,
  minSatisfying,
  RANGE_PATTERN,
  satisfies,
  validRange,

  // semantic
  major,
  minor,
  patch,
  inc,
};


/***/ }),

/***/ 2124:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {

const { parse } = __nccwpck_require__(4818);

module.exports = {
  compare,
  rcompare,
  lt,
  le,
  eq,
  ne,
  ge,
  gt,
  '<': lt,
  '<=': le,
  '==': eq,
  '!=': ne,
  '>=': ge,
  '>': gt,
  '===': arbitrary,
};

function lt(version, other) {
  return compare(version, other) < 0;
}

function le(version, other) {
  return compare(version, other) <= 0;
}

function eq(version, other) {
  return compare(version, other) === 0;
}

function ne(version, other) {
  return compare(version, other) !== 0;
}

function ge(version, other) {
  return compare(version, other) >= 0;
}

function gt(version, other) {
  return compare(version, other) > 0;
}

function arbitrary(version, other) {
  return version.toLowerCase() === other.toLowerCase();
}

function compare(version, other) {
  const parsedVersion = parse(version);
  const parsedOther = parse(other);

  const keyVersion = calculateKey(parsedVersion);
  const keyOther = calculateKey(parsedOther);

  return pyCompare(keyVersion, keyOther);
}

function rcompare(version, other) {
  return -compare(version, other);
}

// this logic is buitin in python, but we need to port it to js
// see https://stackoverflow.com/a/5292332/1438522
function pyCompare(elemIn, otherIn) {
  let elem = elemIn;
  let other = otherIn;
  if (elem === other) {
    return 0;
  }
  if (Array.isArray(elem) !== Array.isArray(other)) {
    elem = Array.isArray(elem) ? elem : [elem];
    other = Array.isArray(other) ? other : [other];
  }
  if (Array.isArray(elem)) {
    const len = Math.min(elem.length, other.length);
    for (let i = 0; i < len; i += 1) {
      const res = pyCompare(elem[i], other[i]);
      if (res !== 0) {
        return res;
      }
    }
    return elem.length - other.length;
  }
  if (elem === -Infinity || other === Infinity) {
    return -1;
  }
  if (elem === Infinity || other === -Infinity) {
    return 1;
  }
  return elem < other ? -1 : 1;
}

function calculateKey(input) {
  const { epoch } = input;
  let { release, pre, post, local, dev } = input;
  // When we compare a release version, we want to compare it with all of the
  // trailing zeros removed. So we'll use a reverse the list, drop all the now
  // leading zeros until we come to something non zero, then take the rest
  // re-reverse it back into the correct order and make it a tuple and use
  // that for our sorting key.
  release = release.concat();
  release.reverse();
  while (release.length && release[0] === 0) {
    release.shift();
  }
  release.reverse();

  // We need to "trick" the sorting algorithm to put 1.0.dev0 before 1.0a0.
  // We'll do this by abusing the pre segment, but we _only_ want to do this
  // if there is !a pre or a post segment. If we have one of those then
  // the normal sorting rules will handle this case correctly.
  if (!pre && !post && dev) pre = -Infinity;
  // Versions without a pre-release (except as noted above) should sort after
  // those with one.
  else if (!pre) pre = Infinity;

  // Versions without a post segment should sort before those with one.
  if (!post) post = -Infinity;

  // Versions without a development segment should sort after those with one.
  if (!dev) dev = Infinity;

  if (!local) {
    // Versions without a local segment should sort before those with one.
    local = -Infinity;
  } else {
    // Versions with a local segment need that segment parsed to implement
    // the sorting rules in PEP440.
    // - Alpha numeric segments sort before numeric segments
    // - Alpha numeric segments sort lexicographically
    // - Numeric segments sort numerically
    // - Shorter versions sort before longer versions when the prefixes
    //   match exactly
    local = local.map((i) =>
      Number.isNaN(Number(i)) ? [-Infinity, i] : [Number(i), ''],
    );
  }

  return [epoch, release, pre, post, dev, local];
}


/***/ }),

/***/ 8940:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {

const { explain, parse, stringify } = __nccwpck_require__(4818);

// those notation are borrowed from semver
module.exports = {
  major,
  minor,
  patch,
  inc,
};

function major(input) {
  const version = explain(input);
  if (!version) {
    throw new TypeError('Invalid Version: ' + input);
  }
  return version.release[0];
}

function minor(input) {
  const version = explain(input);
  if (!version) {
    throw new TypeError('Invalid Version: ' + input);
  }
  if (version.release.length < 2) {
    return 0;
  }
  return version.release[1];
}

function patch(input) {
  const version = explain(input);
  if (!version) {
    throw new TypeError('Invalid Version: ' + input);
  }
  if (version.release.length < 3) {
    return 0;
  }
  return version.release[2];
}

function inc(input, release, preReleaseIdentifier) {
  let identifier = preReleaseIdentifier || `a`;
  const version = parse(input);

  if (!version) {
    return null;
  }

  if (
    !['a', 'b', 'c', 'rc', 'alpha', 'beta', 'pre', 'preview'].includes(
      identifier,
    )
  ) {
    return null;
  }

  switch (release) {
    case 'premajor':
      {
        const [majorVersion] = version.release;
        version.release.fill(0);
        version.release[0] = majorVersion + 1;
      }
      version.pre = [identifier, 0];
      delete version.post;
      delete version.dev;
      delete version.local;
      break;
    case 'preminor':
      {
        const [majorVersion, minorVersion = 0] = version.release;
        version.release.fill(0);
        version.release[0] = majorVersion;
        version.release[1] = minorVersion + 1;
      }
      version.pre = [identifier, 0];
      delete version.post;
      delete version.dev;
      delete version.local;
      break;
    case 'prepatch':
      {
        const [majorVersion, minorVersion = 0, patchVersion = 0] =
          version.release;
        version.release.fill(0);
        version.release[0] = majorVersion;
        version.release[1] = minorVersion;
        version.release[2] = patchVersion + 1;
      }
      version.pre = [identifier, 0];
      delete version.post;
      delete version.dev;
      delete version.local;
      break;
    case 'prerelease':
      if (version.pre === null) {
        const [majorVersion, minorVersion = 0, patchVersion = 0] =
          version.release;
        version.release.fill(0);
        version.release[0] = majorVersion;
        version.release[1] = minorVersion;
        version.release[2] = patchVersion + 1;
        version.pre = [identifier, 0];
      } else {
        if (preReleaseIdentifier === undefined && version.pre !== null) {
          [identifier] = version.pre;
        }

        const [letter, number] = version.pre;
        if (letter === identifier) {
          version.pre = [letter, number + 1];
        } else {
          version.pre = [identifier, 0];
        }
      }

      delete version.post;
      delete version.dev;
      delete version.local;
      break;
    case 'major':
      if (
        version.release.slice(1).some((value) => value !== 0) ||
        version.pre === null
      ) {
        const [majorVersion] = version.release;
        version.release.fill(0);
        version.release[0] = majorVersion + 1;
      }
      delete version.pre;
      delete version.post;
      delete version.dev;
      delete version.local;
      break;
    case 'minor':
      if (
        version.release.slice(2).some((value) => value !== 0) ||
        version.pre === null
      ) {
        const [majorVersion, minorVersion = 0] = version.release;
        version.release.fill(0);
        version.release[0] = majorVersion;
        version.release[1] = minorVersion + 1;
      }
      delete version.pre;
      delete version.post;
      delete version.dev;
      delete version.local;
      break;
    case 'patch':
      if (
        version.release.slice(3).some((value) => value !== 0) ||
        version.pre === null
      ) {
        const [majorVersion, minorVersion = 0, patchVersion = 0] =
          version.release;
        version.release.fill(0);
        version.release[0] = majorVersion;
        version.release[1] = minorVersion;
        version.release[2] = patchVersion + 1;
      }
      delete version.pre;
      delete version.post;
      delete version.dev;
      delete version.local;
      break;
    default:
      return null;
  }

  return stringify(version);
}


/***/ }),

/***/ 790:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {

// This file is dual licensed under the terms of the Apache License, Version
// 2.0, and the BSD License. See the LICENSE file in the root of this repository
// for complete details.

const { VERSION_PATTERN, explain: explainVersion } = __nccwpck_require__(4818);

const Operator = __nccwpck_require__(2124);

const RANGE_PATTERN = [
  '(?<operator>(===|~=|==|!=|<=|>=|<|>))',
  '\\s*',
  '(',
  /*  */ '(?<version>(?:' + VERSION_PATTERN.replace(/\?<\w+>/g, '?:') + '))',
  /*  */ '(?<prefix>\\.\\*)?',
  /*  */ '|',
  /*  */ '(?<legacy>[^,;\\s)]+)',
  ')',
].join('');

module.exports = {
  RANGE_PATTERN,
  parse,
  satisfies,
  filter,
  validRange,
  maxSatisfying,
  minSatisfying,
};

const isEqualityOperator = (op) => ['==', '!=', '==='].includes(op);

const rangeRegex = new RegExp('^' + RANGE_PATTERN + '$', 'i');

function parse(ranges) {
  if (!ranges.trim()) {
    return [];
  }

  const specifiers = ranges
    .split(',')
    .map((range) => rangeRegex.exec(range.trim()) || {})
    .map(({ groups }) => {
      if (!groups) {
        return null;
      }

      let { ...spec } = groups;
      const { operator, version, prefix, legacy } = groups;

      if (version) {
        spec = { ...spec, ...explainVersion(version) };
        if (operator === '~=') {
          if (spec.release.length < 2) {
            return null;
          }
        }
        if (!isEqualityOperator(operator) && spec.local) {
          return null;
        }

        if (prefix) {
          if (!isEqualityOperator(operator) || spec.dev || spec.local) {
            return null;
          }
        }
      }
      if (legacy && operator !== '===') {
        return null;
      }

      return spec;
    });

  if (specifiers.filter(Boolean).length !== specifiers.length) {
    return null;
  }

  return specifiers;
}

function filter(versions, specifier, options = {}) {
  const filtered = pick(versions, specifier, options);
  if (filtered.length === 0 && options.prereleases === undefined) {
    return pick(versions, specifier, { prereleases: true });
  }
  return filtered;
}

function maxSatisfying(versions, range, options) {
  const found = filter(versions, range, options).sort(Operator.compare);
  return found.length === 0 ? null : found[found.length - 1];
}

function minSatisfying(versions, range, options) {
  const found = filter(versions, range, options).sort(Operator.compare);
  return found.length === 0 ? null : found[0];
}

function pick(versions, specifier, options) {
  const parsed = parse(specifier);

  if (!parsed) {
    return [];
  }

  return versions.filter((version) => {
    const explained = explainVersion(version);

    if (!parsed.length) {
      return explained && !(explained.is_prerelease && !options.prereleases);
    }

    return parsed.reduce((pass, spec) => {
      if (!pass) {
        return false;
      }
      return contains({ ...spec, ...options }, { version, explained });
    }, true);
  });
}

function satisfies(version, specifier, options = {}) {
  const filtered = pick([version], specifier, options);

  return filtered.length === 1;
}

function arrayStartsWith(array, prefix) {
  if (prefix.length > array.length) {
    return false;
  }

  for (let i = 0; i < prefix.length; i += 1) {
    if (prefix[i] !== array[i]) {
      return false;
    }
  }

  return true;
}

function contains(specifier, input) {
  const { explained } = input;
  let { version } = input;
  const { ...spec } = specifier;

  if (spec.prereleases === undefined) {
    spec.prereleases = spec.is_prerelease;
  }

  if (explained && explained.is_prerelease && !spec.prereleases) {
    return false;
  }

  if (spec.operator === '~=') {
    let compatiblePrefix = spec.release.slice(0, -1).concat('*').join('.');
    if (spec.epoch) {
      compatiblePrefix = spec.epoch + '!' + compatiblePrefix;
    }
    return satisfies(version, `>=${spec.version}, ==${compatiblePrefix}`, {
      prereleases: spec.prereleases,
    });
  }

  if (spec.prefix) {
    const isMatching =
      explained.epoch === spec.epoch &&
      arrayStartsWith(explained.release, spec.release);
    const isEquality = spec.operator !== '!=';
    return isEquality ? isMatching : !isMatching;
  }

  if (explained)
    if (explained.local && spec.version) {
      version = explained.public;
      spec.version = explainVersion(spec.version).public;
    }

  if (spec.operator === '<' || spec.operator === '>') {
    // simplified version of https://www.python.org/dev/peps/pep-0440/#exclusive-ordered-comparison
    if (Operator.eq(spec.release.join('.'), explained.release.join('.'))) {
      return false;
    }
  }

  const op = Operator[spec.operator];
  return op(version, spec.version || spec.legacy);
}

function validRange(specifier) {
  return Boolean(parse(specifier));
}


/***/ }),

/***/ 4818:
/***/ ((module) => {

const VERSION_PATTERN = [
  'v?',
  '(?:',
  /* */ '(?:(?<epoch>[0-9]+)!)?', // epoch
  /* */ '(?<release>[0-9]+(?:\\.[0-9]+)*)', // release segment
  /* */ '(?<pre>', // pre-release
  /*    */ '[-_\\.]?',
  /*    */ '(?<pre_l>(a|b|c|rc|alpha|beta|pre|preview))',
  /*    */ '[-_\\.]?',
  /*    */ '(?<pre_n>[0-9]+)?',
  /* */ ')?',
  /* */ '(?<post>', // post release
  /*    */ '(?:-(?<post_n1>[0-9]+))',
  /*    */ '|',
  /*    */ '(?:',
  /*        */ '[-_\\.]?',
  /*        */ '(?<post_l>post|rev|r)',
  /*        */ '[-_\\.]?',
  /*        */ '(?<post_n2>[0-9]+)?',
  /*    */ ')',
  /* */ ')?',
  /* */ '(?<dev>', // dev release
  /*    */ '[-_\\.]?',
  /*    */ '(?<dev_l>dev)',
  /*    */ '[-_\\.]?',
  /*    */ '(?<dev_n>[0-9]+)?',
  /* */ ')?',
  ')',
  '(?:\\+(?<local>[a-z0-9]+(?:[-_\\.][a-z0-9]+)*))?', // local version
].join('');

module.exports = {
  VERSION_PATTERN,
  valid,
  clean,
  explain,
  parse,
  stringify,
};

const validRegex = new RegExp('^' + VERSION_PATTERN + '$', 'i');

function valid(version) {
  return validRegex.test(version) ? version : null;
}

const cleanRegex = new RegExp('^\\s*' + VERSION_PATTERN + '\\s*$', 'i');
function clean(version) {
  return stringify(parse(version, cleanRegex));
}

function parse(version, regex) {
  // Validate the version and parse it into pieces
  const { groups } = (regex || validRegex).exec(version) || {};
  if (!groups) {
    return null;
  }

  // Store the parsed out pieces of the version
  const parsed = {
    epoch: Number(groups.epoch ? groups.epoch : 0),
    release: groups.release.split('.').map(Number),
    pre: normalize_letter_version(groups.pre_l, groups.pre_n),
    post: normalize_letter_version(
      groups.post_l,
      groups.post_n1 || groups.post_n2,
    ),
    dev: normalize_letter_version(groups.dev_l, groups.dev_n),
    local: parse_local_version(groups.local),
  };

  return parsed;
}

function stringify(parsed) {
  if (!parsed) {
    return null;
  }
  const { epoch, release, pre, post, dev, local } = parsed;
  const parts = [];

  // Epoch
  if (epoch !== 0) {
    parts.push(`${epoch}!`);
  }
  // Release segment
  parts.push(release.join('.'));

  // Pre-release
  if (pre) {
    parts.push(pre.join(''));
  }
  // Post-release
  if (post) {
    parts.push('.' + post.join(''));
  }
  // Development release
  if (dev) {
    parts.push('.' + dev.join(''));
  }
  // Local version segment
  if (local) {
    parts.push(`+${local}`);
  }
  return parts.join('');
}

function normalize_letter_version(letterIn, numberIn) {
  let letter = letterIn;
  let number = numberIn;
  if (letter) {
    // We consider there to be an implicit 0 in a pre-release if there is
    // not a numeral associated with it.
    if (!number) {
      number = 0;
    }
    // We normalize any letters to their lower case form
    letter = letter.toLowerCase();

    // We consider some words to be alternate spellings of other words and
    // in those cases we want to normalize the spellings to our preferred
    // spelling.
    if (letter === 'alpha') {
      letter = 'a';
    } else if (letter === 'beta') {
      letter = 'b';
    } else if (['c', 'pre', 'preview'].includes(letter)) {
      letter = 'rc';
    } else if (['rev', 'r'].includes(letter)) {
      letter = 'post';
    }
    return [letter, Number(number)];
  }
  if (!letter && number) {
    // We assume if we are given a number, but we are not given a letter
    // then this is using the implicit post release syntax (e.g. 1.0-1)
    letter = 'post';

    return [letter, Number(number)];
  }
  return null;
}

function parse_local_version(local) {
  /*
    Takes a string like abc.1.twelve and turns it into("abc", 1, "twelve").
    */
  if (local) {
    return local
      .split(/[._-]/)
      .map((part) =>
        Number.isNaN(Number(part)) ? part.toLowerCase() : Number(part),
      );
  }
  return null;
}

function explain(version) {
  const parsed = parse(version);
  if (!parsed) {
    return parsed;
  }
  const { epoch, release, pre, post, dev, local } = parsed;

  let base_version = '';
  if (epoch !== 0) {
    base_version += epoch + '!';
  }
  base_version += release.join('.');

  const is_prerelease = Boolean(dev || pre);
  const is_devrelease = Boolean(dev);
  const is_postrelease = Boolean(post);

  // return

  return {
    epoch,
    release,
    pre,
    post: post ? post[1] : post,
    dev: dev ? dev[1] : dev,
    local: local ? local.join('.') : local,
    public: stringify(parsed).split('+', 1)[0],
    base_version,
    is_prerelease,
    is_devrelease,
    is_postrelease,
  };
}


/***/ }),

/***/ 8079:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  Yz: () => (/* binding */ core_debug),
  dN: () => (/* binding */ exportVariable),
  V4: () => (/* binding */ getInput),
  Gu: () => (/* binding */ getState),
  Os: () => (/* binding */ group),
  pq: () => (/* binding */ info),
  lm: () => (/* binding */ notice),
  LZ: () => (/* binding */ saveState),
  C1: () => (/* binding */ setFailed),
  uH: () => (/* binding */ setOutput),
  Pq: () => (/* binding */ core_setSecret),
  z: () => (/* reexport */ summary),
  $e: () => (/* binding */ warning)
});

// UNUSED EXPORTS: ExitCode, addPath, endGroup, error, getBooleanInput, getIDToken, getMultilineInput, isDebug, markdownSummary, platform, setCommandEcho, startGroup, toPlatformPath, toPosixPath, toWin32Path

;// CONCATENATED MODULE: external "os"
const external_os_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("os");
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/utils.js
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */
/**
 * Sanitizes an input into a string so it can be passed into issueCommand safely
 * @param input input to sanitize into a string
 */
function toCommandValue(input) {
    if (input === null || input === undefined) {
        return '';
    }
    else if (typeof input === 'string' || input instanceof String) {
        return input;
    }
    return JSON.stringify(input);
}
/**
 *
 * @param annotationProperties
 * @returns The command properties to send with the actual annotation command
 * See IssueCommandProperties: https://github.com/actions/runner/blob/main/src/Runner.Worker/ActionCommandManager.cs#L646
 */
function toCommandProperties(annotationProperties) {
    if (!Object.keys(annotationProperties).length) {
        return {};
    }
    return {
        title: annotationProperties.title,
        file: annotationProperties.file,
        line: annotationProperties.startLine,
        endLine: annotationProperties.endLine,
        col: annotationProperties.startColumn,
        endColumn: annotationProperties.endColumn
    };
}
//# sourceMappingURL=utils.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/command.js


/**
 * Issues a command to the GitHub Actions runner
 *
 * @param command - The command name to issue
 * @param properties - Additional properties for the command (key-value pairs)
 * @param message - The message to include with the command
 * @remarks
 * This function outputs a specially formatted string to stdout that the Actions
 * runner interprets as a command. These commands can control workflow behavior,
 * set outputs, create annotations, mask values, and more.
 *
 * Command Format:
 *   ::name key=value,key=value::message
 *
 * @example
 * ```typescript
 * // Issue a warning annotation
 * issueCommand('warning', {}, 'This is a warning message');
 * // Output: ::warning::This is a warning message
 *
 * // Set an environment variable
 * issueCommand('set-env', { name: 'MY_VAR' }, 'some value');
 * // Output: ::set-env name=MY_VAR::some value
 *
 * // Add a secret mask
 * issueCommand('add-mask', {}, 'secretValue123');
 * // Output: ::add-mask::secretValue123
 * ```
 *
 * @internal
 * This is an internal utility function that powers the public API functions
 * such as setSecret, warning, error, and exportVariable.
 */
function command_issueCommand(command, properties, message) {
    const cmd = new Command(command, properties, message);
    process.stdout.write(cmd.toString() + external_os_namespaceObject.EOL);
}
function command_issue(name, message = '') {
    command_issueCommand(name, {}, message);
}
const CMD_STRING = '::';
class Command {
    constructor(command, properties, message) {
        if (!command) {
            command = 'missing.command';
        }
        this.command = command;
        this.properties = properties;
        this.message = message;
    }
    toString() {
        let cmdStr = CMD_STRING + this.command;
        if (this.properties && Object.keys(this.properties).length > 0) {
            cmdStr += ' ';
            let first = true;
            for (const key in this.properties) {
                if (this.properties.hasOwnProperty(key)) {
                    const val = this.properties[key];
                    if (val) {
                        if (first) {
                            first = false;
                        }
                        else {
                            cmdStr += ',';
                        }
                        cmdStr += `${key}=${escapeProperty(val)}`;
                    }
                }
            }
        }
        cmdStr += `${CMD_STRING}${escapeData(this.message)}`;
        return cmdStr;
    }
}
function escapeData(s) {
    return toCommandValue(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A');
}
function escapeProperty(s) {
    return toCommandValue(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A')
        .replace(/:/g, '%3A')
        .replace(/,/g, '%2C');
}
//# sourceMappingURL=command.js.map
;// CONCATENATED MODULE: external "crypto"
const external_crypto_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("crypto");
;// CONCATENATED MODULE: external "fs"
const external_fs_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/file-command.js
// For internal use, subject to change.
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */




function file_command_issueFileCommand(command, message) {
    const filePath = process.env[`GITHUB_${command}`];
    if (!filePath) {
        throw new Error(`Unable to find environment variable for file command ${command}`);
    }
    if (!external_fs_namespaceObject.existsSync(filePath)) {
        throw new Error(`Missing file at path: ${filePath}`);
    }
    external_fs_namespaceObject.appendFileSync(filePath, `${toCommandValue(message)}${external_os_namespaceObject.EOL}`, {
        encoding: 'utf8'
    });
}
function prepareKeyValueMessage(key, value) {
    const delimiter = `ghadelimiter_${external_crypto_namespaceObject.randomUUID()}`;
    const convertedValue = toCommandValue(value);
    // These should realistically never happen, but just in case someone finds a
    // way to exploit uuid generation let's not allow keys or values that contain
    // the delimiter.
    if (key.includes(delimiter)) {
        throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter}"`);
    }
    if (convertedValue.includes(delimiter)) {
        throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter}"`);
    }
    return `${key}<<${delimiter}${external_os_namespaceObject.EOL}${convertedValue}${external_os_namespaceObject.EOL}${delimiter}`;
}
//# sourceMappingURL=file-command.js.map
;// CONCATENATED MODULE: external "path"
const external_path_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("path");
// EXTERNAL MODULE: ./node_modules/@actions/http-client/lib/index.js + 2 modules
var lib = __nccwpck_require__(7673);
;// CONCATENATED MODULE: ./node_modules/@actions/http-client/lib/auth.js
var __awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};
class BasicCredentialHandler {
    constructor(username, password) {
        this.username = username;
        this.password = password;
    }
    prepareRequest(options) {
        if (!options.headers) {
            throw Error('The request has no headers');
        }
        options.headers['Authorization'] = `Basic ${Buffer.from(`${this.username}:${this.password}`).toString('base64')}`;
    }
    // This handler cannot handle 401
    canHandleAuthentication() {
        return false;
    }
    handleAuthentication() {
        return __awaiter(this, void 0, void 0, function* () {
            throw new Error('not implemented');
        });
    }
}
class auth_BearerCredentialHandler {
    constructor(token) {
        this.token = token;
    }
    // currently implements pre-authorization
    // TODO: support preAuth = false where it hooks on 401
    prepareRequest(options) {
        if (!options.headers) {
            throw Error('The request has no headers');
        }
        options.headers['Authorization'] = `Bearer ${this.token}`;
    }
    // This handler cannot handle 401
    canHandleAuthentication() {
        return false;
    }
    handleAuthentication() {
        return __awaiter(this, void 0, void 0, function* () {
            throw new Error('not implemented');
        });
    }
}
class PersonalAccessTokenCredentialHandler {
    constructor(token) {
        this.token = token;
    }
    // currently implements pre-authorization
    // TODO: support preAuth = false where it hooks on 401
    prepareRequest(options) {
        if (!options.headers) {
            throw Error('The request has no headers');
        }
        options.headers['Authorization'] = `Basic ${Buffer.from(`PAT:${this.token}`).toString('base64')}`;
    }
    // This handler cannot handle 401
    canHandleAuthentication() {
        return false;
    }
    handleAuthentication() {
        return __awaiter(this, void 0, void 0, function* () {
            throw new Error('not implemented');
        });
    }
}
//# sourceMappingURL=auth.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/oidc-utils.js
var oidc_utils_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};



class oidc_utils_OidcClient {
    static createHttpClient(allowRetry = true, maxRetry = 10) {
        const requestOptions = {
            allowRetries: allowRetry,
            maxRetries: maxRetry
        };
        return new HttpClient('actions/oidc-client', [new BearerCredentialHandler(oidc_utils_OidcClient.getRequestToken())], requestOptions);
    }
    static getRequestToken() {
        const token = process.env['ACTIONS_ID_TOKEN_REQUEST_TOKEN'];
        if (!token) {
            throw new Error('Unable to get ACTIONS_ID_TOKEN_REQUEST_TOKEN env variable');
        }
        return token;
    }
    static getIDTokenUrl() {
        const runtimeUrl = process.env['ACTIONS_ID_TOKEN_REQUEST_URL'];
        if (!runtimeUrl) {
            throw new Error('Unable to get ACTIONS_ID_TOKEN_REQUEST_URL env variable');
        }
        return runtimeUrl;
    }
    static getCall(id_token_url) {
        return oidc_utils_awaiter(this, void 0, void 0, function* () {
            var _a;
            const httpclient = oidc_utils_OidcClient.createHttpClient();
            const res = yield httpclient
                .getJson(id_token_url)
                .catch(error => {
                throw new Error(`Failed to get ID Token. \n 
        Error Code : ${error.statusCode}\n 
        Error Message: ${error.message}`);
            });
            const id_token = (_a = res.result) === null || _a === void 0 ? void 0 : _a.value;
            if (!id_token) {
                throw new Error('Response json body do not have ID Token field');
            }
            return id_token;
        });
    }
    static getIDToken(audience) {
        return oidc_utils_awaiter(this, void 0, void 0, function* () {
            try {
                // New ID Token is requested from action service
                let id_token_url = oidc_utils_OidcClient.getIDTokenUrl();
                if (audience) {
                    const encodedAudience = encodeURIComponent(audience);
                    id_token_url = `${id_token_url}&audience=${encodedAudience}`;
                }
                debug(`ID token url is ${id_token_url}`);
                const id_token = yield oidc_utils_OidcClient.getCall(id_token_url);
                setSecret(id_token);
                return id_token;
            }
            catch (error) {
                throw new Error(`Error message: ${error.message}`);
            }
        });
    }
}
//# sourceMappingURL=oidc-utils.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/summary.js
var summary_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};


const { access, appendFile, writeFile } = external_fs_namespaceObject.promises;
const SUMMARY_ENV_VAR = 'GITHUB_STEP_SUMMARY';
const SUMMARY_DOCS_URL = 'https://docs.github.com/actions/using-workflows/workflow-commands-for-github-actions#adding-a-job-summary';
class Summary {
    constructor() {
        this._buffer = '';
    }
    /**
     * Finds the summary file path from the environment, rejects if env var is not found or file does not exist
     * Also checks r/w permissions.
     *
     * @returns step summary file path
     */
    filePath() {
        return summary_awaiter(this, void 0, void 0, function* () {
            if (this._filePath) {
                return this._filePath;
            }
            const pathFromEnv = process.env[SUMMARY_ENV_VAR];
            if (!pathFromEnv) {
                throw new Error(`Unable to find environment variable for $${SUMMARY_ENV_VAR}. Check if your runtime environment supports job summaries.`);
            }
            try {
                yield access(pathFromEnv, external_fs_namespaceObject.constants.R_OK | external_fs_namespaceObject.constants.W_OK);
            }
            catch (_a) {
                throw new Error(`Unable to access summary file: '${pathFromEnv}'. Check if the file has correct read/write permissions.`);
            }
            this._filePath = pathFromEnv;
            return this._filePath;
        });
    }
    /**
     * Wraps content in an HTML tag, adding any HTML attributes
     *
     * @param {string} tag HTML tag to wrap
     * @param {string | null} content content within the tag
     * @param {[attribute: string]: string} attrs key-value list of HTML attributes to add
     *
     * @returns {string} content wrapped in HTML element
     */
    wrap(tag, content, attrs = {}) {
        const htmlAttrs = Object.entries(attrs)
            .map(([key, value]) => ` ${key}="${value}"`)
            .join('');
        if (!content) {
            return `<${tag}${htmlAttrs}>`;
        }
        return `<${tag}${htmlAttrs}>${content}</${tag}>`;
    }
    /**
     * Writes text in the buffer to the summary buffer file and empties buffer. Will append by default.
     *
     * @param {SummaryWriteOptions} [options] (optional) options for write operation
     *
     * @returns {Promise<Summary>} summary instance
     */
    write(options) {
        return summary_awaiter(this, void 0, void 0, function* () {
            const overwrite = !!(options === null || options === void 0 ? void 0 : options.overwrite);
            const filePath = yield this.filePath();
            const writeFunc = overwrite ? writeFile : appendFile;
            yield writeFunc(filePath, this._buffer, { encoding: 'utf8' });
            return this.emptyBuffer();
        });
    }
    /**
     * Clears the summary buffer and wipes the summary file
     *
     * @returns {Summary} summary instance
     */
    clear() {
        return summary_awaiter(this, void 0, void 0, function* () {
            return this.emptyBuffer().write({ overwrite: true });
        });
    }
    /**
     * Returns the current summary buffer as a string
     *
     * @returns {string} string of summary buffer
     */
    stringify() {
        return this._buffer;
    }
    /**
     * If the summary buffer is empty
     *
     * @returns {boolen} true if the buffer is empty
     */
    isEmptyBuffer() {
        return this._buffer.length === 0;
    }
    /**
     * Resets the summary buffer without writing to summary file
     *
     * @returns {Summary} summary instance
     */
    emptyBuffer() {
        this._buffer = '';
        return this;
    }
    /**
     * Adds raw text to the summary buffer
     *
     * @param {string} text content to add
     * @param {boolean} [addEOL=false] (optional) append an EOL to the raw text (default: false)
     *
     * @returns {Summary} summary instance
     */
    addRaw(text, addEOL = false) {
        this._buffer += text;
        return addEOL ? this.addEOL() : this;
    }
    /**
     * Adds the operating system-specific end-of-line marker to the buffer
     *
     * @returns {Summary} summary instance
     */
    addEOL() {
        return this.addRaw(external_os_namespaceObject.EOL);
    }
    /**
     * Adds an HTML codeblock to the summary buffer
     *
     * @param {string} code content to render within fenced code block
     * @param {string} lang (optional) language to syntax highlight code
     *
     * @returns {Summary} summary instance
     */
    addCodeBlock(code, lang) {
        const attrs = Object.assign({}, (lang && { lang }));
        const element = this.wrap('pre', this.wrap('code', code), attrs);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML list to the summary buffer
     *
     * @param {string[]} items list of items to render
     * @param {boolean} [ordered=false] (optional) if the rendered list should be ordered or not (default: false)
     *
     * @returns {Summary} summary instance
     */
    addList(items, ordered = false) {
        const tag = ordered ? 'ol' : 'ul';
        const listItems = items.map(item => this.wrap('li', item)).join('');
        const element = this.wrap(tag, listItems);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML table to the summary buffer
     *
     * @param {SummaryTableCell[]} rows table rows
     *
     * @returns {Summary} summary instance
     */
    addTable(rows) {
        const tableBody = rows
            .map(row => {
            const cells = row
                .map(cell => {
                if (typeof cell === 'string') {
                    return this.wrap('td', cell);
                }
                const { header, data, colspan, rowspan } = cell;
                const tag = header ? 'th' : 'td';
                const attrs = Object.assign(Object.assign({}, (colspan && { colspan })), (rowspan && { rowspan }));
                return this.wrap(tag, data, attrs);
            })
                .join('');
            return this.wrap('tr', cells);
        })
            .join('');
        const element = this.wrap('table', tableBody);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds a collapsable HTML details element to the summary buffer
     *
     * @param {string} label text for the closed state
     * @param {string} content collapsable content
     *
     * @returns {Summary} summary instance
     */
    addDetails(label, content) {
        const element = this.wrap('details', this.wrap('summary', label) + content);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML image tag to the summary buffer
     *
     * @param {string} src path to the image you to embed
     * @param {string} alt text description of the image
     * @param {SummaryImageOptions} options (optional) addition image attributes
     *
     * @returns {Summary} summary instance
     */
    addImage(src, alt, options) {
        const { width, height } = options || {};
        const attrs = Object.assign(Object.assign({}, (width && { width })), (height && { height }));
        const element = this.wrap('img', null, Object.assign({ src, alt }, attrs));
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML section heading element
     *
     * @param {string} text heading text
     * @param {number | string} [level=1] (optional) the heading level, default: 1
     *
     * @returns {Summary} summary instance
     */
    addHeading(text, level) {
        const tag = `h${level}`;
        const allowedTag = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].includes(tag)
            ? tag
            : 'h1';
        const element = this.wrap(allowedTag, text);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML thematic break (<hr>) to the summary buffer
     *
     * @returns {Summary} summary instance
     */
    addSeparator() {
        const element = this.wrap('hr', null);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML line break (<br>) to the summary buffer
     *
     * @returns {Summary} summary instance
     */
    addBreak() {
        const element = this.wrap('br', null);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML blockquote to the summary buffer
     *
     * @param {string} text quote text
     * @param {string} cite (optional) citation url
     *
     * @returns {Summary} summary instance
     */
    addQuote(text, cite) {
        const attrs = Object.assign({}, (cite && { cite }));
        const element = this.wrap('blockquote', text, attrs);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML anchor tag to the summary buffer
     *
     * @param {string} text link text/content
     * @param {string} href hyperlink
     *
     * @returns {Summary} summary instance
     */
    addLink(text, href) {
        const element = this.wrap('a', text, { href });
        return this.addRaw(element).addEOL();
    }
}
const _summary = new Summary();
/**
 * @deprecated use `core.summary`
 */
const markdownSummary = (/* unused pure expression or super */ null && (_summary));
const summary = _summary;
//# sourceMappingURL=summary.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/path-utils.js

/**
 * toPosixPath converts the given path to the posix form. On Windows, \\ will be
 * replaced with /.
 *
 * @param pth. Path to transform.
 * @return string Posix path.
 */
function toPosixPath(pth) {
    return pth.replace(/[\\]/g, '/');
}
/**
 * toWin32Path converts the given path to the win32 form. On Linux, / will be
 * replaced with \\.
 *
 * @param pth. Path to transform.
 * @return string Win32 path.
 */
function toWin32Path(pth) {
    return pth.replace(/[/]/g, '\\');
}
/**
 * toPlatformPath converts the given path to a platform-specific path. It does
 * this by replacing instances of / and \ with the platform-specific path
 * separator.
 *
 * @param pth The path to platformize.
 * @return string The platform-specific path.
 */
function toPlatformPath(pth) {
    return pth.replace(/[/\\]/g, path.sep);
}
//# sourceMappingURL=path-utils.js.map
;// CONCATENATED MODULE: external "string_decoder"
const external_string_decoder_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("string_decoder");
// EXTERNAL MODULE: external "events"
var external_events_ = __nccwpck_require__(4434);
;// CONCATENATED MODULE: external "child_process"
const external_child_process_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("child_process");
// EXTERNAL MODULE: external "assert"
var external_assert_ = __nccwpck_require__(2613);
;// CONCATENATED MODULE: ./node_modules/@actions/io/lib/io-util.js
var io_util_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};


const { chmod, copyFile, lstat, mkdir, open: io_util_open, readdir, rename, rm, rmdir, stat, symlink, unlink } = external_fs_namespaceObject.promises;
// export const {open} = 'fs'
const IS_WINDOWS = process.platform === 'win32';
/**
 * Custom implementation of readlink to ensure Windows junctions
 * maintain trailing backslash for backward compatibility with Node.js < 24
 *
 * In Node.js 20, Windows junctions (directory symlinks) always returned paths
 * with trailing backslashes. Node.js 24 removed this behavior, which breaks
 * code that relied on this format for path operations.
 *
 * This implementation restores the Node 20 behavior by adding a trailing
 * backslash to all junction results on Windows.
 */
function readlink(fsPath) {
    return io_util_awaiter(this, void 0, void 0, function* () {
        const result = yield fs.promises.readlink(fsPath);
        // On Windows, restore Node 20 behavior: add trailing backslash to all results
        // since junctions on Windows are always directory links
        if (IS_WINDOWS && !result.endsWith('\\')) {
            return `${result}\\`;
        }
        return result;
    });
}
// See https://github.com/nodejs/node/blob/d0153aee367422d0858105abec186da4dff0a0c5/deps/uv/include/uv/win.h#L691
const UV_FS_O_EXLOCK = 0x10000000;
const READONLY = external_fs_namespaceObject.constants.O_RDONLY;
function exists(fsPath) {
    return io_util_awaiter(this, void 0, void 0, function* () {
        try {
            yield stat(fsPath);
        }
        catch (err) {
            if (err.code === 'ENOENT') {
                return false;
            }
            throw err;
        }
        return true;
    });
}
function isDirectory(fsPath_1) {
    return io_util_awaiter(this, arguments, void 0, function* (fsPath, useStat = false) {
        const stats = useStat ? yield stat(fsPath) : yield lstat(fsPath);
        return stats.isDirectory();
    });
}
/**
 * On OSX/Linux, true if path starts with '/'. On Windows, true for paths like:
 * \, \hello, \\hello\share, C:, and C:\hello (and corresponding alternate separator cases).
 */
function isRooted(p) {
    p = normalizeSeparators(p);
    if (!p) {
        throw new Error('isRooted() parameter "p" cannot be empty');
    }
    if (IS_WINDOWS) {
        return (p.startsWith('\\') || /^[A-Z]:/i.test(p) // e.g. \ or \hello or \\hello
        ); // e.g. C: or C:\hello
    }
    return p.startsWith('/');
}
/**
 * Best effort attempt to determine whether a file exists and is executable.
 * @param filePath    file path to check
 * @param extensions  additional file extensions to try
 * @return if file exists and is executable, returns the file path. otherwise empty string.
 */
function tryGetExecutablePath(filePath, extensions) {
    return io_util_awaiter(this, void 0, void 0, function* () {
        let stats = undefined;
        try {
            // test file exists
            stats = yield stat(filePath);
        }
        catch (err) {
            if (err.code !== 'ENOENT') {
                // eslint-disable-next-line no-console
                console.log(`Unexpected error attempting to determine if executable file exists '${filePath}': ${err}`);
            }
        }
        if (stats && stats.isFile()) {
            if (IS_WINDOWS) {
                // on Windows, test for valid extension
                const upperExt = external_path_namespaceObject.extname(filePath).toUpperCase();
                if (extensions.some(validExt => validExt.toUpperCase() === upperExt)) {
                    return filePath;
                }
            }
            else {
                if (isUnixExecutable(stats)) {
                    return filePath;
                }
            }
        }
        // try each extension
        const originalFilePath = filePath;
        for (const extension of extensions) {
            filePath = originalFilePath + extension;
            stats = undefined;
            try {
                stats = yield stat(filePath);
            }
            catch (err) {
                if (err.code !== 'ENOENT') {
                    // eslint-disable-next-line no-console
                    console.log(`Unexpected error attempting to determine if executable file exists '${filePath}': ${err}`);
                }
            }
            if (stats && stats.isFile()) {
                if (IS_WINDOWS) {
                    // preserve the case of the actual file (since an extension was appended)
                    try {
                        const directory = external_path_namespaceObject.dirname(filePath);
                        const upperName = external_path_namespaceObject.basename(filePath).toUpperCase();
                        for (const actualName of yield readdir(directory)) {
                            if (upperName === actualName.toUpperCase()) {
                                filePath = external_path_namespaceObject.join(directory, actualName);
                                break;
                            }
                        }
                    }
                    catch (err) {
                        // eslint-disable-next-line no-console
                        console.log(`Unexpected error attempting to determine the actual case of the file '${filePath}': ${err}`);
                    }
                    return filePath;
                }
                else {
                    if (isUnixExecutable(stats)) {
                        return filePath;
                    }
                }
            }
        }
        return '';
    });
}
function normalizeSeparators(p) {
    p = p || '';
    if (IS_WINDOWS) {
        // convert slashes on Windows
        p = p.replace(/\//g, '\\');
        // remove redundant slashes
        return p.replace(/\\\\+/g, '\\');
    }
    // remove redundant slashes
    return p.replace(/\/\/+/g, '/');
}
// on Mac/Linux, test the execute bit
//     R   W  X  R  W X R W X
//   256 128 64 32 16 8 4 2 1
function isUnixExecutable(stats) {
    return ((stats.mode & 1) > 0 ||
        ((stats.mode & 8) > 0 &&
            process.getgid !== undefined &&
            stats.gid === process.getgid()) ||
        ((stats.mode & 64) > 0 &&
            process.getuid !== undefined &&
            stats.uid === process.getuid()));
}
// Get the path of cmd.exe in windows
function getCmdPath() {
    var _a;
    return (_a = process.env['COMSPEC']) !== null && _a !== void 0 ? _a : `cmd.exe`;
}
//# sourceMappingURL=io-util.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/io/lib/io.js
var io_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};



/**
 * Copies a file or folder.
 * Based off of shelljs - https://github.com/shelljs/shelljs/blob/9237f66c52e5daa40458f94f9565e18e8132f5a6/src/cp.js
 *
 * @param     source    source path
 * @param     dest      destination path
 * @param     options   optional. See CopyOptions.
 */
function cp(source_1, dest_1) {
    return io_awaiter(this, arguments, void 0, function* (source, dest, options = {}) {
        const { force, recursive, copySourceDirectory } = readCopyOptions(options);
        const destStat = (yield ioUtil.exists(dest)) ? yield ioUtil.stat(dest) : null;
        // Dest is an existing file, but not forcing
        if (destStat && destStat.isFile() && !force) {
            return;
        }
        // If dest is an existing directory, should copy inside.
        const newDest = destStat && destStat.isDirectory() && copySourceDirectory
            ? path.join(dest, path.basename(source))
            : dest;
        if (!(yield ioUtil.exists(source))) {
            throw new Error(`no such file or directory: ${source}`);
        }
        const sourceStat = yield ioUtil.stat(source);
        if (sourceStat.isDirectory()) {
            if (!recursive) {
                throw new Error(`Failed to copy. ${source} is a directory, but tried to copy without recursive flag.`);
            }
            else {
                yield cpDirRecursive(source, newDest, 0, force);
            }
        }
        else {
            if (path.relative(source, newDest) === '') {
                // a file cannot be copied to itself
                throw new Error(`'${newDest}' and '${source}' are the same file`);
            }
            yield io_copyFile(source, newDest, force);
        }
    });
}
/**
 * Moves a path.
 *
 * @param     source    source path
 * @param     dest      destination path
 * @param     options   optional. See MoveOptions.
 */
function mv(source_1, dest_1) {
    return io_awaiter(this, arguments, void 0, function* (source, dest, options = {}) {
        if (yield ioUtil.exists(dest)) {
            let destExists = true;
            if (yield ioUtil.isDirectory(dest)) {
                // If dest is directory copy src into dest
                dest = path.join(dest, path.basename(source));
                destExists = yield ioUtil.exists(dest);
            }
            if (destExists) {
                if (options.force == null || options.force) {
                    yield rmRF(dest);
                }
                else {
                    throw new Error('Destination already exists');
                }
            }
        }
        yield mkdirP(path.dirname(dest));
        yield ioUtil.rename(source, dest);
    });
}
/**
 * Remove a path recursively with force
 *
 * @param inputPath path to remove
 */
function rmRF(inputPath) {
    return io_awaiter(this, void 0, void 0, function* () {
        if (ioUtil.IS_WINDOWS) {
            // Check for invalid characters
            // https://docs.microsoft.com/en-us/windows/win32/fileio/naming-a-file
            if (/[*"<>|]/.test(inputPath)) {
                throw new Error('File path must not contain `*`, `"`, `<`, `>` or `|` on Windows');
            }
        }
        try {
            // note if path does not exist, error is silent
            yield ioUtil.rm(inputPath, {
                force: true,
                maxRetries: 3,
                recursive: true,
                retryDelay: 300
            });
        }
        catch (err) {
            throw new Error(`File was unable to be removed ${err}`);
        }
    });
}
/**
 * Make a directory.  Creates the full path with folders in between
 * Will throw if it fails
 *
 * @param   fsPath        path to create
 * @returns Promise<void>
 */
function mkdirP(fsPath) {
    return io_awaiter(this, void 0, void 0, function* () {
        ok(fsPath, 'a path argument must be provided');
        yield ioUtil.mkdir(fsPath, { recursive: true });
    });
}
/**
 * Returns path of a tool had the tool actually been invoked.  Resolves via paths.
 * If you check and the tool does not exist, it will throw.
 *
 * @param     tool              name of the tool
 * @param     check             whether to check if tool exists
 * @returns   Promise<string>   path to tool
 */
function which(tool, check) {
    return io_awaiter(this, void 0, void 0, function* () {
        if (!tool) {
            throw new Error("parameter 'tool' is required");
        }
        // recursive when check=true
        if (check) {
            const result = yield which(tool, false);
            if (!result) {
                if (IS_WINDOWS) {
                    throw new Error(`Unable to locate executable file: ${tool}. Please verify either the file path exists or the file can be found within a directory specified by the PATH environment variable. Also verify the file has a valid extension for an executable file.`);
                }
                else {
                    throw new Error(`Unable to locate executable file: ${tool}. Please verify either the file path exists or the file can be found within a directory specified by the PATH environment variable. Also check the file mode to verify the file is executable.`);
                }
            }
            return result;
        }
        const matches = yield findInPath(tool);
        if (matches && matches.length > 0) {
            return matches[0];
        }
        return '';
    });
}
/**
 * Returns a list of all occurrences of the given tool on the system path.
 *
 * @returns   Promise<string[]>  the paths of the tool
 */
function findInPath(tool) {
    return io_awaiter(this, void 0, void 0, function* () {
        if (!tool) {
            throw new Error("parameter 'tool' is required");
        }
        // build the list of extensions to try
        const extensions = [];
        if (IS_WINDOWS && process.env['PATHEXT']) {
            for (const extension of process.env['PATHEXT'].split(external_path_namespaceObject.delimiter)) {
                if (extension) {
                    extensions.push(extension);
                }
            }
        }
        // if it's rooted, return it if exists. otherwise return empty.
        if (isRooted(tool)) {
            const filePath = yield tryGetExecutablePath(tool, extensions);
            if (filePath) {
                return [filePath];
            }
            return [];
        }
        // if any path separators, return empty
        if (tool.includes(external_path_namespaceObject.sep)) {
            return [];
        }
        // build the list of directories
        //
        // Note, technically "where" checks the current directory on Windows. From a toolkit perspective,
        // it feels like we should not do this. Checking the current directory seems like more of a use
        // case of a shell, and the which() function exposed by the toolkit should strive for consistency
        // across platforms.
        const directories = [];
        if (process.env.PATH) {
            for (const p of process.env.PATH.split(external_path_namespaceObject.delimiter)) {
                if (p) {
                    directories.push(p);
                }
            }
        }
        // find all matches
        const matches = [];
        for (const directory of directories) {
            const filePath = yield tryGetExecutablePath(external_path_namespaceObject.join(directory, tool), extensions);
            if (filePath) {
                matches.push(filePath);
            }
        }
        return matches;
    });
}
function readCopyOptions(options) {
    const force = options.force == null ? true : options.force;
    const recursive = Boolean(options.recursive);
    const copySourceDirectory = options.copySourceDirectory == null
        ? true
        : Boolean(options.copySourceDirectory);
    return { force, recursive, copySourceDirectory };
}
function cpDirRecursive(sourceDir, destDir, currentDepth, force) {
    return io_awaiter(this, void 0, void 0, function* () {
        // Ensure there is not a run away recursive copy
        if (currentDepth >= 255)
            return;
        currentDepth++;
        yield mkdirP(destDir);
        const files = yield ioUtil.readdir(sourceDir);
        for (const fileName of files) {
            const srcFile = `${sourceDir}/${fileName}`;
            const destFile = `${destDir}/${fileName}`;
            const srcFileStat = yield ioUtil.lstat(srcFile);
            if (srcFileStat.isDirectory()) {
                // Recurse
                yield cpDirRecursive(srcFile, destFile, currentDepth, force);
            }
            else {
                yield io_copyFile(srcFile, destFile, force);
            }
        }
        // Change the mode for the newly created directory
        yield ioUtil.chmod(destDir, (yield ioUtil.stat(sourceDir)).mode);
    });
}
// Buffered file copy
function io_copyFile(srcFile, destFile, force) {
    return io_awaiter(this, void 0, void 0, function* () {
        if ((yield ioUtil.lstat(srcFile)).isSymbolicLink()) {
            // unlink/re-link it
            try {
                yield ioUtil.lstat(destFile);
                yield ioUtil.unlink(destFile);
            }
            catch (e) {
                // Try to override file permission
                if (e.code === 'EPERM') {
                    yield ioUtil.chmod(destFile, '0666');
                    yield ioUtil.unlink(destFile);
                }
                // other errors = it doesn't exist, no work to do
            }
            // Copy over symlink
            const symlinkFull = yield ioUtil.readlink(srcFile);
            yield ioUtil.symlink(symlinkFull, destFile, ioUtil.IS_WINDOWS ? 'junction' : null);
        }
        else if (!(yield ioUtil.exists(destFile)) || force) {
            yield ioUtil.copyFile(srcFile, destFile);
        }
    });
}
//# sourceMappingURL=io.js.map
;// CONCATENATED MODULE: external "timers"
const external_timers_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("timers");
;// CONCATENATED MODULE: ./node_modules/@actions/exec/lib/toolrunner.js
var toolrunner_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};







/* eslint-disable @typescript-eslint/unbound-method */
const toolrunner_IS_WINDOWS = process.platform === 'win32';
/*
 * Class for running command line tools. Handles quoting and arg parsing in a platform agnostic way.
 */
class ToolRunner extends external_events_.EventEmitter {
    constructor(toolPath, args, options) {
        super();
        if (!toolPath) {
            throw new Error("Parameter 'toolPath' cannot be null or empty.");
        }
        this.toolPath = toolPath;
        this.args = args || [];
        this.options = options || {};
    }
    _debug(message) {
        if (this.options.listeners && this.options.listeners.debug) {
            this.options.listeners.debug(message);
        }
    }
    _getCommandString(options, noPrefix) {
        const toolPath = this._getSpawnFileName();
        const args = this._getSpawnArgs(options);
        let cmd = noPrefix ? '' : '[command]'; // omit prefix when piped to a second tool
        if (toolrunner_IS_WINDOWS) {
            // Windows + cmd file
            if (this._isCmdFile()) {
                cmd += toolPath;
                for (const a of args) {
                    cmd += ` ${a}`;
                }
            }
            // Windows + verbatim
            else if (options.windowsVerbatimArguments) {
                cmd += `"${toolPath}"`;
                for (const a of args) {
                    cmd += ` ${a}`;
                }
            }
            // Windows (regular)
            else {
                cmd += this._windowsQuoteCmdArg(toolPath);
                for (const a of args) {
                    cmd += ` ${this._windowsQuoteCmdArg(a)}`;
                }
            }
        }
        else {
            // OSX/Linux - this can likely be improved with some form of quoting.
            // creating processes on Unix is fundamentally different than Windows.
            // on Unix, execvp() takes an arg array.
            cmd += toolPath;
            for (const a of args) {
                cmd += ` ${a}`;
            }
        }
        return cmd;
    }
    _processLineBuffer(data, strBuffer, onLine) {
        try {
            let s = strBuffer + data.toString();
            let n = s.indexOf(external_os_namespaceObject.EOL);
            while (n > -1) {
                const line = s.substring(0, n);
                onLine(line);
                // the rest of the string ...
                s = s.substring(n + external_os_namespaceObject.EOL.length);
                n = s.indexOf(external_os_namespaceObject.EOL);
            }
            return s;
        }
        catch (err) {
            // streaming lines to console is best effort.  Don't fail a build.
            this._debug(`error processing line. Failed with error ${err}`);
            return '';
        }
    }
    _getSpawnFileName() {
        if (toolrunner_IS_WINDOWS) {
            if (this._isCmdFile()) {
                return process.env['COMSPEC'] || 'cmd.exe';
            }
        }
        return this.toolPath;
    }
    _getSpawnArgs(options) {
        if (toolrunner_IS_WINDOWS) {
            if (this._isCmdFile()) {
                let argline = `/D /S /C "${this._windowsQuoteCmdArg(this.toolPath)}`;
                for (const a of this.args) {
                    argline += ' ';
                    argline += options.windowsVerbatimArguments
                        ? a
                        : this._windowsQuoteCmdArg(a);
                }
                argline += '"';
                return [argline];
            }
        }
        return this.args;
    }
    _endsWith(str, end) {
        return str.endsWith(end);
    }
    _isCmdFile() {
        const upperToolPath = this.toolPath.toUpperCase();
        return (this._endsWith(upperToolPath, '.CMD') ||
            this._endsWith(upperToolPath, '.BAT'));
    }
    _windowsQuoteCmdArg(arg) {
        // for .exe, apply the normal quoting rules that libuv applies
        if (!this._isCmdFile()) {
            return this._uvQuoteCmdArg(arg);
        }
        // otherwise apply quoting rules specific to the cmd.exe command line parser.
        // the libuv rules are generic and are not designed specifically for cmd.exe
        // command line parser.
        //
        // for a detailed description of the cmd.exe command line parser, refer to
        // http://stackoverflow.com/questions/4094699/how-does-the-windows-command-interpreter-cmd-exe-parse-scripts/7970912#7970912
        // need quotes for empty arg
        if (!arg) {
            return '""';
        }
        // determine whether the arg needs to be quoted
        const cmdSpecialChars = [
            ' ',
            '\t',
            '&',
            '(',
            ')',
            '[',
            ']',
            '{',
            '}',
            '^',
            '=',
            ';',
            '!',
            "'",
            '+',
            ',',
            '`',
            '~',
            '|',
            '<',
            '>',
            '"'
        ];
        let needsQuotes = false;
        for (const char of arg) {
            if (cmdSpecialChars.some(x => x === char)) {
                needsQuotes = true;
                break;
            }
        }
        // short-circuit if quotes not needed
        if (!needsQuotes) {
            return arg;
        }
        // the following quoting rules are very similar to the rules that by libuv applies.
        //
        // 1) wrap the string in quotes
        //
        // 2) double-up quotes - i.e. " => ""
        //
        //    this is different from the libuv quoting rules. libuv replaces " with \", which unfortunately
        //    doesn't work well with a cmd.exe command line.
        //
        //    note, replacing " with "" also works well if the arg is passed to a downstream .NET console app.
        //    for example, the command line:
        //          foo.exe "myarg:""my val"""
        //    is parsed by a .NET console app into an arg array:
        //          [ "myarg:\"my val\"" ]
        //    which is the same end result when applying libuv quoting rules. although the actual
        //    command line from libuv quoting rules would look like:
        //          foo.exe "myarg:\"my val\""
        //
        // 3) double-up slashes that precede a quote,
        //    e.g.  hello \world    => "hello \world"
        //          hello\"world    => "hello\\""world"
        //          hello\\"world   => "hello\\\\""world"
        //          hello world\    => "hello world\\"
        //
        //    technically this is not required for a cmd.exe command line, or the batch argument parser.
        //    the reasons for including this as a .cmd quoting rule are:
        //
        //    a) this is optimized for the scenario where the argument is passed from the .cmd file to an
        //       external program. many programs (e.g. .NET console apps) rely on the slash-doubling rule.
        //
        //    b) it's what we've been doing previously (by deferring to node default behavior) and we
        //       haven't heard any complaints about that aspect.
        //
        // note, a weakness of the quoting rules chosen here, is that % is not escaped. in fact, % cannot be
        // escaped when used on the command line directly - even though within a .cmd file % can be escaped
        // by using %%.
        //
        // the saving grace is, on the command line, %var% is left as-is if var is not defined. this contrasts
        // the line parsing rules within a .cmd file, where if var is not defined it is replaced with nothing.
        //
        // one option that was explored was replacing % with ^% - i.e. %var% => ^%var^%. this hack would
        // often work, since it is unlikely that var^ would exist, and the ^ character is removed when the
        // variable is used. the problem, however, is that ^ is not removed when %* is used to pass the args
        // to an external program.
        //
        // an unexplored potential solution for the % escaping problem, is to create a wrapper .cmd file.
        // % can be escaped within a .cmd file.
        let reverse = '"';
        let quoteHit = true;
        for (let i = arg.length; i > 0; i--) {
            // walk the string in reverse
            reverse += arg[i - 1];
            if (quoteHit && arg[i - 1] === '\\') {
                reverse += '\\'; // double the slash
            }
            else if (arg[i - 1] === '"') {
                quoteHit = true;
                reverse += '"'; // double the quote
            }
            else {
                quoteHit = false;
            }
        }
        reverse += '"';
        return reverse.split('').reverse().join('');
    }
    _uvQuoteCmdArg(arg) {
        // Tool runner wraps child_process.spawn() and needs to apply the same quoting as
        // Node in certain cases where the undocumented spawn option windowsVerbatimArguments
        // is used.
        //
        // Since this function is a port of quote_cmd_arg from Node 4.x (technically, lib UV,
        // see https://github.com/nodejs/node/blob/v4.x/deps/uv/src/win/process.c for details),
        // pasting copyright notice from Node within this function:
        //
        //      Copyright Joyent, Inc. and other Node contributors. All rights reserved.
        //
        //      Permission is hereby granted, free of charge, to any person obtaining a copy
        //      of this software and associated documentation files (the "Software"), to
        //      deal in the Software without restriction, including without limitation the
        //      rights to use, copy, modify, merge, publish, distribute, sublicense, and/or
        //      sell copies of the Software, and to permit persons to whom the Software is
        //      furnished to do so, subject to the following conditions:
        //
        //      The above copyright notice and this permission notice shall be included in
        //      all copies or substantial portions of the Software.
        //
        //      THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR
        //      IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,
        //      FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE
        //      AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER
        //      LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING
        //      FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS
        //      IN THE SOFTWARE.
        if (!arg) {
            // Need double quotation for empty argument
            return '""';
        }
        if (!arg.includes(' ') && !arg.includes('\t') && !arg.includes('"')) {
            // No quotation needed
            return arg;
        }
        if (!arg.includes('"') && !arg.includes('\\')) {
            // No embedded double quotes or backslashes, so I can just wrap
            // quote marks around the whole thing.
            return `"${arg}"`;
        }
        // Expected input/output:
        //   input : hello"world
        //   output: "hello\"world"
        //   input : hello""world
        //   output: "hello\"\"world"
        //   input : hello\world
        //   output: hello\world
        //   input : hello\\world
        //   output: hello\\world
        //   input : hello\"world
        //   output: "hello\\\"world"
        //   input : hello\\"world
        //   output: "hello\\\\\"world"
        //   input : hello world\
        //   output: "hello world\\" - note the comment in libuv actually reads "hello world\"
        //                             but it appears the comment is wrong, it should be "hello world\\"
        let reverse = '"';
        let quoteHit = true;
        for (let i = arg.length; i > 0; i--) {
            // walk the string in reverse
            reverse += arg[i - 1];
            if (quoteHit && arg[i - 1] === '\\') {
                reverse += '\\';
            }
            else if (arg[i - 1] === '"') {
                quoteHit = true;
                reverse += '\\';
            }
            else {
                quoteHit = false;
            }
        }
        reverse += '"';
        return reverse.split('').reverse().join('');
    }
    _cloneExecOptions(options) {
        options = options || {};
        const result = {
            cwd: options.cwd || process.cwd(),
            env: options.env || process.env,
            silent: options.silent || false,
            windowsVerbatimArguments: options.windowsVerbatimArguments || false,
            failOnStdErr: options.failOnStdErr || false,
            ignoreReturnCode: options.ignoreReturnCode || false,
            delay: options.delay || 10000
        };
        result.outStream = options.outStream || process.stdout;
        result.errStream = options.errStream || process.stderr;
        return result;
    }
    _getSpawnOptions(options, toolPath) {
        options = options || {};
        const result = {};
        result.cwd = options.cwd;
        result.env = options.env;
        result['windowsVerbatimArguments'] =
            options.windowsVerbatimArguments || this._isCmdFile();
        if (options.windowsVerbatimArguments) {
            result.argv0 = `"${toolPath}"`;
        }
        return result;
    }
    /**
     * Exec a tool.
     * Output will be streamed to the live console.
     * Returns promise with return code
     *
     * @param     tool     path to tool to exec
     * @param     options  optional exec options.  See ExecOptions
     * @returns   number
     */
    exec() {
        return toolrunner_awaiter(this, void 0, void 0, function* () {
            // root the tool path if it is unrooted and contains relative pathing
            if (!isRooted(this.toolPath) &&
                (this.toolPath.includes('/') ||
                    (toolrunner_IS_WINDOWS && this.toolPath.includes('\\')))) {
                // prefer options.cwd if it is specified, however options.cwd may also need to be rooted
                this.toolPath = external_path_namespaceObject.resolve(process.cwd(), this.options.cwd || process.cwd(), this.toolPath);
            }
            // if the tool is only a file name, then resolve it from the PATH
            // otherwise verify it exists (add extension on Windows if necessary)
            this.toolPath = yield which(this.toolPath, true);
            return new Promise((resolve, reject) => toolrunner_awaiter(this, void 0, void 0, function* () {
                this._debug(`exec tool: ${this.toolPath}`);
                this._debug('arguments:');
                for (const arg of this.args) {
                    this._debug(`   ${arg}`);
                }
                const optionsNonNull = this._cloneExecOptions(this.options);
                if (!optionsNonNull.silent && optionsNonNull.outStream) {
                    optionsNonNull.outStream.write(this._getCommandString(optionsNonNull) + external_os_namespaceObject.EOL);
                }
                const state = new ExecState(optionsNonNull, this.toolPath);
                state.on('debug', (message) => {
                    this._debug(message);
                });
                if (this.options.cwd && !(yield exists(this.options.cwd))) {
                    return reject(new Error(`The cwd: ${this.options.cwd} does not exist!`));
                }
                const fileName = this._getSpawnFileName();
                const cp = external_child_process_namespaceObject.spawn(fileName, this._getSpawnArgs(optionsNonNull), this._getSpawnOptions(this.options, fileName));
                let stdbuffer = '';
                if (cp.stdout) {
                    cp.stdout.on('data', (data) => {
                        if (this.options.listeners && this.options.listeners.stdout) {
                            this.options.listeners.stdout(data);
                        }
                        if (!optionsNonNull.silent && optionsNonNull.outStream) {
                            optionsNonNull.outStream.write(data);
                        }
                        stdbuffer = this._processLineBuffer(data, stdbuffer, (line) => {
                            if (this.options.listeners && this.options.listeners.stdline) {
                                this.options.listeners.stdline(line);
                            }
                        });
                    });
                }
                let errbuffer = '';
                if (cp.stderr) {
                    cp.stderr.on('data', (data) => {
                        state.processStderr = true;
                        if (this.options.listeners && this.options.listeners.stderr) {
                            this.options.listeners.stderr(data);
                        }
                        if (!optionsNonNull.silent &&
                            optionsNonNull.errStream &&
                            optionsNonNull.outStream) {
                            const s = optionsNonNull.failOnStdErr
                                ? optionsNonNull.errStream
                                : optionsNonNull.outStream;
                            s.write(data);
                        }
                        errbuffer = this._processLineBuffer(data, errbuffer, (line) => {
                            if (this.options.listeners && this.options.listeners.errline) {
                                this.options.listeners.errline(line);
                            }
                        });
                    });
                }
                cp.on('error', (err) => {
                    state.processError = err.message;
                    state.processExited = true;
                    state.processClosed = true;
                    state.CheckComplete();
                });
                cp.on('exit', (code) => {
                    state.processExitCode = code;
                    state.processExited = true;
                    this._debug(`Exit code ${code} received from tool '${this.toolPath}'`);
                    state.CheckComplete();
                });
                cp.on('close', (code) => {
                    state.processExitCode = code;
                    state.processExited = true;
                    state.processClosed = true;
                    this._debug(`STDIO streams have closed for tool '${this.toolPath}'`);
                    state.CheckComplete();
                });
                state.on('done', (error, exitCode) => {
                    if (stdbuffer.length > 0) {
                        this.emit('stdline', stdbuffer);
                    }
                    if (errbuffer.length > 0) {
                        this.emit('errline', errbuffer);
                    }
                    cp.removeAllListeners();
                    if (error) {
                        reject(error);
                    }
                    else {
                        resolve(exitCode);
                    }
                });
                if (this.options.input) {
                    if (!cp.stdin) {
                        throw new Error('child process missing stdin');
                    }
                    cp.stdin.end(this.options.input);
                }
            }));
        });
    }
}
/**
 * Convert an arg string to an array of args. Handles escaping
 *
 * @param    argString   string of arguments
 * @returns  string[]    array of arguments
 */
function argStringToArray(argString) {
    const args = [];
    let inQuotes = false;
    let escaped = false;
    let arg = '';
    function append(c) {
        // we only escape double quotes.
        if (escaped && c !== '"') {
            arg += '\\';
        }
        arg += c;
        escaped = false;
    }
    for (let i = 0; i < argString.length; i++) {
        const c = argString.charAt(i);
        if (c === '"') {
            if (!escaped) {
                inQuotes = !inQuotes;
            }
            else {
                append(c);
            }
            continue;
        }
        if (c === '\\' && escaped) {
            append(c);
            continue;
        }
        if (c === '\\' && inQuotes) {
            escaped = true;
            continue;
        }
        if (c === ' ' && !inQuotes) {
            if (arg.length > 0) {
                args.push(arg);
                arg = '';
            }
            continue;
        }
        append(c);
    }
    if (arg.length > 0) {
        args.push(arg.trim());
    }
    return args;
}
class ExecState extends external_events_.EventEmitter {
    constructor(options, toolPath) {
        super();
        this.processClosed = false; // tracks whether the process has exited and stdio is closed
        this.processError = '';
        this.processExitCode = 0;
        this.processExited = false; // tracks whether the process has exited
        this.processStderr = false; // tracks whether stderr was written to
        this.delay = 10000; // 10 seconds
        this.done = false;
        this.timeout = null;
        if (!toolPath) {
            throw new Error('toolPath must not be empty');
        }
        this.options = options;
        this.toolPath = toolPath;
        if (options.delay) {
            this.delay = options.delay;
        }
    }
    CheckComplete() {
        if (this.done) {
            return;
        }
        if (this.processClosed) {
            this._setResult();
        }
        else if (this.processExited) {
            this.timeout = (0,external_timers_namespaceObject.setTimeout)(ExecState.HandleTimeout, this.delay, this);
        }
    }
    _debug(message) {
        this.emit('debug', message);
    }
    _setResult() {
        // determine whether there is an error
        let error;
        if (this.processExited) {
            if (this.processError) {
                error = new Error(`There was an error when attempting to execute the process '${this.toolPath}'. This may indicate the process failed to start. Error: ${this.processError}`);
            }
            else if (this.processExitCode !== 0 && !this.options.ignoreReturnCode) {
                error = new Error(`The process '${this.toolPath}' failed with exit code ${this.processExitCode}`);
            }
            else if (this.processStderr && this.options.failOnStdErr) {
                error = new Error(`The process '${this.toolPath}' failed because one or more lines were written to the STDERR stream`);
            }
        }
        // clear the timeout
        if (this.timeout) {
            clearTimeout(this.timeout);
            this.timeout = null;
        }
        this.done = true;
        this.emit('done', error, this.processExitCode);
    }
    static HandleTimeout(state) {
        if (state.done) {
            return;
        }
        if (!state.processClosed && state.processExited) {
            const message = `The STDIO streams did not close within ${state.delay / 1000} seconds of the exit event from process '${state.toolPath}'. This may indicate a child process inherited the STDIO streams and has not yet exited.`;
            state._debug(message);
        }
        state._setResult();
    }
}
//# sourceMappingURL=toolrunner.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/exec/lib/exec.js
var exec_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};


/**
 * Exec a command.
 * Output will be streamed to the live console.
 * Returns promise with return code
 *
 * @param     commandLine        command to execute (can include additional args). Must be correctly escaped.
 * @param     args               optional arguments for tool. Escaping is handled by the lib.
 * @param     options            optional exec options.  See ExecOptions
 * @returns   Promise<number>    exit code
 */
function exec_exec(commandLine, args, options) {
    return exec_awaiter(this, void 0, void 0, function* () {
        const commandArgs = tr.argStringToArray(commandLine);
        if (commandArgs.length === 0) {
            throw new Error(`Parameter 'commandLine' cannot be null or empty.`);
        }
        // Path to tool to execute should be first arg
        const toolPath = commandArgs[0];
        args = commandArgs.slice(1).concat(args || []);
        const runner = new tr.ToolRunner(toolPath, args, options);
        return runner.exec();
    });
}
/**
 * Exec a command and get the output.
 * Output will be streamed to the live console.
 * Returns promise with the exit code and collected stdout and stderr
 *
 * @param     commandLine           command to execute (can include additional args). Must be correctly escaped.
 * @param     args                  optional arguments for tool. Escaping is handled by the lib.
 * @param     options               optional exec options.  See ExecOptions
 * @returns   Promise<ExecOutput>   exit code, stdout, and stderr
 */
function getExecOutput(commandLine, args, options) {
    return exec_awaiter(this, void 0, void 0, function* () {
        var _a, _b;
        let stdout = '';
        let stderr = '';
        //Using string decoder covers the case where a mult-byte character is split
        const stdoutDecoder = new StringDecoder('utf8');
        const stderrDecoder = new StringDecoder('utf8');
        const originalStdoutListener = (_a = options === null || options === void 0 ? void 0 : options.listeners) === null || _a === void 0 ? void 0 : _a.stdout;
        const originalStdErrListener = (_b = options === null || options === void 0 ? void 0 : options.listeners) === null || _b === void 0 ? void 0 : _b.stderr;
        const stdErrListener = (data) => {
            stderr += stderrDecoder.write(data);
            if (originalStdErrListener) {
                originalStdErrListener(data);
            }
        };
        const stdOutListener = (data) => {
            stdout += stdoutDecoder.write(data);
            if (originalStdoutListener) {
                originalStdoutListener(data);
            }
        };
        const listeners = Object.assign(Object.assign({}, options === null || options === void 0 ? void 0 : options.listeners), { stdout: stdOutListener, stderr: stdErrListener });
        const exitCode = yield exec_exec(commandLine, args, Object.assign(Object.assign({}, options), { listeners }));
        //flush any remaining characters
        stdout += stdoutDecoder.end();
        stderr += stderrDecoder.end();
        return {
            exitCode,
            stdout,
            stderr
        };
    });
}
//# sourceMappingURL=exec.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/platform.js
var platform_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};


const getWindowsInfo = () => platform_awaiter(void 0, void 0, void 0, function* () {
    const { stdout: version } = yield exec.getExecOutput('powershell -command "(Get-CimInstance -ClassName Win32_OperatingSystem).Version"', undefined, {
        silent: true
    });
    const { stdout: name } = yield exec.getExecOutput('powershell -command "(Get-CimInstance -ClassName Win32_OperatingSystem).Caption"', undefined, {
        silent: true
    });
    return {
        name: name.trim(),
        version: version.trim()
    };
});
const getMacOsInfo = () => platform_awaiter(void 0, void 0, void 0, function* () {
    var _a, _b, _c, _d;
    const { stdout } = yield exec.getExecOutput('sw_vers', undefined, {
        silent: true
    });
    const version = (_b = (_a = stdout.match(/ProductVersion:\s*(.+)/)) === null || _a === void 0 ? void 0 : _a[1]) !== null && _b !== void 0 ? _b : '';
    const name = (_d = (_c = stdout.match(/ProductName:\s*(.+)/)) === null || _c === void 0 ? void 0 : _c[1]) !== null && _d !== void 0 ? _d : '';
    return {
        name,
        version
    };
});
const getLinuxInfo = () => platform_awaiter(void 0, void 0, void 0, function* () {
    const { stdout } = yield exec.getExecOutput('lsb_release', ['-i', '-r', '-s'], {
        silent: true
    });
    const [name, version] = stdout.trim().split('\n');
    return {
        name,
        version
    };
});
const platform = external_os_namespaceObject.platform();
const arch = external_os_namespaceObject.arch();
const isWindows = platform === 'win32';
const isMacOS = platform === 'darwin';
const isLinux = platform === 'linux';
function getDetails() {
    return platform_awaiter(this, void 0, void 0, function* () {
        return Object.assign(Object.assign({}, (yield (isWindows
            ? getWindowsInfo()
            : isMacOS
                ? getMacOsInfo()
                : getLinuxInfo()))), { platform,
            arch,
            isWindows,
            isMacOS,
            isLinux });
    });
}
//# sourceMappingURL=platform.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/core.js
var core_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};






/**
 * The code to exit an action
 */
var ExitCode;
(function (ExitCode) {
    /**
     * A code indicating that the action was successful
     */
    ExitCode[ExitCode["Success"] = 0] = "Success";
    /**
     * A code indicating that the action was a failure
     */
    ExitCode[ExitCode["Failure"] = 1] = "Failure";
})(ExitCode || (ExitCode = {}));
//-----------------------------------------------------------------------
// Variables
//-----------------------------------------------------------------------
/**
 * Sets env variable for this action and future actions in the job
 * @param name the name of the variable to set
 * @param val the value of the variable. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function exportVariable(name, val) {
    const convertedVal = toCommandValue(val);
    process.env[name] = convertedVal;
    const filePath = process.env['GITHUB_ENV'] || '';
    if (filePath) {
        return file_command_issueFileCommand('ENV', prepareKeyValueMessage(name, val));
    }
    command_issueCommand('set-env', { name }, convertedVal);
}
/**
 * Registers a secret which will get masked from logs
 *
 * @param secret - Value of the secret to be masked
 * @remarks
 * This function instructs the Actions runner to mask the specified value in any
 * logs produced during the workflow run. Once registered, the secret value will
 * be replaced with asterisks (***) whenever it appears in console output, logs,
 * or error messages.
 *
 * This is useful for protecting sensitive information such as:
 * - API keys
 * - Access tokens
 * - Authentication credentials
 * - URL parameters containing signatures (SAS tokens)
 *
 * Note that masking only affects future logs; any previous appearances of the
 * secret in logs before calling this function will remain unmasked.
 *
 * @example
 * ```typescript
 * // Register an API token as a secret
 * const apiToken = "abc123xyz456";
 * setSecret(apiToken);
 *
 * // Now any logs containing this value will show *** instead
 * console.log(`Using token: ${apiToken}`); // Outputs: "Using token: ***"
 * ```
 */
function core_setSecret(secret) {
    command_issueCommand('add-mask', {}, secret);
}
/**
 * Prepends inputPath to the PATH (for this action and future actions)
 * @param inputPath
 */
function addPath(inputPath) {
    const filePath = process.env['GITHUB_PATH'] || '';
    if (filePath) {
        issueFileCommand('PATH', inputPath);
    }
    else {
        issueCommand('add-path', {}, inputPath);
    }
    process.env['PATH'] = `${inputPath}${path.delimiter}${process.env['PATH']}`;
}
/**
 * Gets the value of an input.
 * Unless trimWhitespace is set to false in InputOptions, the value is also trimmed.
 * Returns an empty string if the value is not defined.
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   string
 */
function getInput(name, options) {
    const val = process.env[`INPUT_${name.replace(/ /g, '_').toUpperCase()}`] || '';
    if (options && options.required && !val) {
        throw new Error(`Input required and not supplied: ${name}`);
    }
    if (options && options.trimWhitespace === false) {
        return val;
    }
    return val.trim();
}
/**
 * Gets the values of an multiline input.  Each value is also trimmed.
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   string[]
 *
 */
function getMultilineInput(name, options) {
    const inputs = getInput(name, options)
        .split('\n')
        .filter(x => x !== '');
    if (options && options.trimWhitespace === false) {
        return inputs;
    }
    return inputs.map(input => input.trim());
}
/**
 * Gets the input value of the boolean type in the YAML 1.2 "core schema" specification.
 * Support boolean input list: `true | True | TRUE | false | False | FALSE` .
 * The return value is also in boolean type.
 * ref: https://yaml.org/spec/1.2/spec.html#id2804923
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   boolean
 */
function getBooleanInput(name, options) {
    const trueValue = ['true', 'True', 'TRUE'];
    const falseValue = ['false', 'False', 'FALSE'];
    const val = getInput(name, options);
    if (trueValue.includes(val))
        return true;
    if (falseValue.includes(val))
        return false;
    throw new TypeError(`Input does not meet YAML 1.2 "Core Schema" specification: ${name}\n` +
        `Support boolean input list: \`true | True | TRUE | false | False | FALSE\``);
}
/**
 * Sets the value of an output.
 *
 * @param     name     name of the output to set
 * @param     value    value to store. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function setOutput(name, value) {
    const filePath = process.env['GITHUB_OUTPUT'] || '';
    if (filePath) {
        return file_command_issueFileCommand('OUTPUT', prepareKeyValueMessage(name, value));
    }
    process.stdout.write(external_os_namespaceObject.EOL);
    command_issueCommand('set-output', { name }, toCommandValue(value));
}
/**
 * Enables or disables the echoing of commands into stdout for the rest of the step.
 * Echoing is disabled by default if ACTIONS_STEP_DEBUG is not set.
 *
 */
function setCommandEcho(enabled) {
    issue('echo', enabled ? 'on' : 'off');
}
//-----------------------------------------------------------------------
// Results
//-----------------------------------------------------------------------
/**
 * Sets the action status to failed.
 * When the action exits it will be with an exit code of 1
 * @param message add error issue message
 */
function setFailed(message) {
    process.exitCode = ExitCode.Failure;
    error(message);
}
//-----------------------------------------------------------------------
// Logging Commands
//-----------------------------------------------------------------------
/**
 * Gets whether Actions Step Debug is on or not
 */
function isDebug() {
    return process.env['RUNNER_DEBUG'] === '1';
}
/**
 * Writes debug message to user log
 * @param message debug message
 */
function core_debug(message) {
    command_issueCommand('debug', {}, message);
}
/**
 * Adds an error issue
 * @param message error issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function error(message, properties = {}) {
    command_issueCommand('error', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Adds a warning issue
 * @param message warning issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function warning(message, properties = {}) {
    command_issueCommand('warning', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Adds a notice issue
 * @param message notice issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function notice(message, properties = {}) {
    command_issueCommand('notice', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Writes info to log with console.log.
 * @param message info message
 */
function info(message) {
    process.stdout.write(message + external_os_namespaceObject.EOL);
}
/**
 * Begin an output group.
 *
 * Output until the next `groupEnd` will be foldable in this group
 *
 * @param name The name of the output group
 */
function startGroup(name) {
    command_issue('group', name);
}
/**
 * End an output group.
 */
function endGroup() {
    command_issue('endgroup');
}
/**
 * Wrap an asynchronous function call in a group.
 *
 * Returns the same type as the function itself.
 *
 * @param name The name of the group
 * @param fn The function to wrap in the group
 */
function group(name, fn) {
    return core_awaiter(this, void 0, void 0, function* () {
        startGroup(name);
        let result;
        try {
            result = yield fn();
        }
        finally {
            endGroup();
        }
        return result;
    });
}
//-----------------------------------------------------------------------
// Wrapper action state
//-----------------------------------------------------------------------
/**
 * Saves state for current action, the state can only be retrieved by this action's post job execution.
 *
 * @param     name     name of the state to store
 * @param     value    value to store. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function saveState(name, value) {
    const filePath = process.env['GITHUB_STATE'] || '';
    if (filePath) {
        return file_command_issueFileCommand('STATE', prepareKeyValueMessage(name, value));
    }
    command_issueCommand('save-state', { name }, toCommandValue(value));
}
/**
 * Gets the value of an state set by this action's main execution.
 *
 * @param     name     name of the state to get
 * @returns   string
 */
function getState(name) {
    return process.env[`STATE_${name}`] || '';
}
function getIDToken(aud) {
    return core_awaiter(this, void 0, void 0, function* () {
        return yield OidcClient.getIDToken(aud);
    });
}
/**
 * Summary exports
 */

/**
 * @deprecated use core.summary
 */

/**
 * Path exports
 */

/**
 * Platform utilities exports
 */

//# sourceMappingURL=core.js.map

/***/ }),

/***/ 7673:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  Qq: () => (/* binding */ HttpClient)
});

// UNUSED EXPORTS: Headers, HttpClientError, HttpClientResponse, HttpCodes, MediaTypes, getProxyUrl, isHttps

// EXTERNAL MODULE: external "http"
var external_http_ = __nccwpck_require__(8611);
var external_http_namespaceObject = /*#__PURE__*/__nccwpck_require__.t(external_http_, 2);
// EXTERNAL MODULE: external "https"
var external_https_ = __nccwpck_require__(5692);
var external_https_namespaceObject = /*#__PURE__*/__nccwpck_require__.t(external_https_, 2);
;// CONCATENATED MODULE: ./node_modules/@actions/http-client/lib/proxy.js
function getProxyUrl(reqUrl) {
    const usingSsl = reqUrl.protocol === 'https:';
    if (checkBypass(reqUrl)) {
        return undefined;
    }
    const proxyVar = (() => {
        if (usingSsl) {
            return process.env['https_proxy'] || process.env['HTTPS_PROXY'];
        }
        else {
            return process.env['http_proxy'] || process.env['HTTP_PROXY'];
        }
    })();
    if (proxyVar) {
        try {
            return new DecodedURL(proxyVar);
        }
        catch (_a) {
            if (!proxyVar.startsWith('http://') && !proxyVar.startsWith('https://'))
                return new DecodedURL(`http://${proxyVar}`);
        }
    }
    else {
        return undefined;
    }
}
function checkBypass(reqUrl) {
    if (!reqUrl.hostname) {
        return false;
    }
    const reqHost = reqUrl.hostname;
    if (isLoopbackAddress(reqHost)) {
        return true;
    }
    const noProxy = process.env['no_proxy'] || process.env['NO_PROXY'] || '';
    if (!noProxy) {
        return false;
    }
    // Determine the request port
    let reqPort;
    if (reqUrl.port) {
        reqPort = Number(reqUrl.port);
    }
    else if (reqUrl.protocol === 'http:') {
        reqPort = 80;
    }
    else if (reqUrl.protocol === 'https:') {
        reqPort = 443;
    }
    // Format the request hostname and hostname with port
    const upperReqHosts = [reqUrl.hostname.toUpperCase()];
    if (typeof reqPort === 'number') {
        upperReqHosts.push(`${upperReqHosts[0]}:${reqPort}`);
    }
    // Compare request host against noproxy
    for (const upperNoProxyItem of noProxy
        .split(',')
        .map(x => x.trim().toUpperCase())
        .filter(x => x)) {
        if (upperNoProxyItem === '*' ||
            upperReqHosts.some(x => x === upperNoProxyItem ||
                x.endsWith(`.${upperNoProxyItem}`) ||
                (upperNoProxyItem.startsWith('.') &&
                    x.endsWith(`${upperNoProxyItem}`)))) {
            return true;
        }
    }
    return false;
}
function isLoopbackAddress(host) {
    const hostLower = host.toLowerCase();
    return (hostLower === 'localhost' ||
        hostLower.startsWith('127.') ||
        hostLower.startsWith('[::1]') ||
        hostLower.startsWith('[0:0:0:0:0:0:0:1]'));
}
class DecodedURL extends URL {
    constructor(url, base) {
        super(url, base);
        this._decodedUsername = decodeURIComponent(super.username);
        this._decodedPassword = decodeURIComponent(super.password);
    }
    get username() {
        return this._decodedUsername;
    }
    get password() {
        return this._decodedPassword;
    }
}
//# sourceMappingURL=proxy.js.map
// EXTERNAL MODULE: ./node_modules/tunnel/index.js
var tunnel = __nccwpck_require__(770);
;// CONCATENATED MODULE: ./src/adapters/left-out-undici.ts
/**
 * Stands in for undici in the bundle: `paths` in tsconfig.json leads there. `@actions/http-client` imports undici for
 * this one class, which it gives to Octokit and never uses itself: its own requests go through `node:https`, and through
 * a proxy with `tunnel`. The real one is 0.9 MB, and loading it was more than half of the time until main or post began.
 * Source: actions/toolkit, packages/http-client/src/index.ts, `_getProxyAgentDispatcher`.
 */
function ProxyAgent() {
    throw new Error('undici is not in this bundle: whoever needs its ProxyAgent removes the path in tsconfig.json');
}

;// CONCATENATED MODULE: ./node_modules/@actions/http-client/lib/index.js
/* eslint-disable @typescript-eslint/no-explicit-any */
var __awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};





var HttpCodes;
(function (HttpCodes) {
    HttpCodes[HttpCodes["OK"] = 200] = "OK";
    HttpCodes[HttpCodes["MultipleChoices"] = 300] = "MultipleChoices";
    HttpCodes[HttpCodes["MovedPermanently"] = 301] = "MovedPermanently";
    HttpCodes[HttpCodes["ResourceMoved"] = 302] = "ResourceMoved";
    HttpCodes[HttpCodes["SeeOther"] = 303] = "SeeOther";
    HttpCodes[HttpCodes["NotModified"] = 304] = "NotModified";
    HttpCodes[HttpCodes["UseProxy"] = 305] = "UseProxy";
    HttpCodes[HttpCodes["SwitchProxy"] = 306] = "SwitchProxy";
    HttpCodes[HttpCodes["TemporaryRedirect"] = 307] = "TemporaryRedirect";
    HttpCodes[HttpCodes["PermanentRedirect"] = 308] = "PermanentRedirect";
    HttpCodes[HttpCodes["BadRequest"] = 400] = "BadRequest";
    HttpCodes[HttpCodes["Unauthorized"] = 401] = "Unauthorized";
    HttpCodes[HttpCodes["PaymentRequired"] = 402] = "PaymentRequired";
    HttpCodes[HttpCodes["Forbidden"] = 403] = "Forbidden";
    HttpCodes[HttpCodes["NotFound"] = 404] = "NotFound";
    HttpCodes[HttpCodes["MethodNotAllowed"] = 405] = "MethodNotAllowed";
    HttpCodes[HttpCodes["NotAcceptable"] = 406] = "NotAcceptable";
    HttpCodes[HttpCodes["ProxyAuthenticationRequired"] = 407] = "ProxyAuthenticationRequired";
    HttpCodes[HttpCodes["RequestTimeout"] = 408] = "RequestTimeout";
    HttpCodes[HttpCodes["Conflict"] = 409] = "Conflict";
    HttpCodes[HttpCodes["Gone"] = 410] = "Gone";
    HttpCodes[HttpCodes["TooManyRequests"] = 429] = "TooManyRequests";
    HttpCodes[HttpCodes["InternalServerError"] = 500] = "InternalServerError";
    HttpCodes[HttpCodes["NotImplemented"] = 501] = "NotImplemented";
    HttpCodes[HttpCodes["BadGateway"] = 502] = "BadGateway";
    HttpCodes[HttpCodes["ServiceUnavailable"] = 503] = "ServiceUnavailable";
    HttpCodes[HttpCodes["GatewayTimeout"] = 504] = "GatewayTimeout";
})(HttpCodes || (HttpCodes = {}));
var Headers;
(function (Headers) {
    Headers["Accept"] = "accept";
    Headers["ContentType"] = "content-type";
})(Headers || (Headers = {}));
var MediaTypes;
(function (MediaTypes) {
    MediaTypes["ApplicationJson"] = "application/json";
})(MediaTypes || (MediaTypes = {}));
/**
 * Returns the proxy URL, depending upon the supplied url and proxy environment variables.
 * @param serverUrl  The server URL where the request will be sent. For example, https://api.github.com
 */
function lib_getProxyUrl(serverUrl) {
    const proxyUrl = pm.getProxyUrl(new URL(serverUrl));
    return proxyUrl ? proxyUrl.href : '';
}
const HttpRedirectCodes = [
    HttpCodes.MovedPermanently,
    HttpCodes.ResourceMoved,
    HttpCodes.SeeOther,
    HttpCodes.TemporaryRedirect,
    HttpCodes.PermanentRedirect
];
const HttpResponseRetryCodes = [
    HttpCodes.BadGateway,
    HttpCodes.ServiceUnavailable,
    HttpCodes.GatewayTimeout
];
const RetryableHttpVerbs = ['OPTIONS', 'GET', 'DELETE', 'HEAD'];
const ExponentialBackoffCeiling = 10;
const ExponentialBackoffTimeSlice = 5;
class HttpClientError extends Error {
    constructor(message, statusCode) {
        super(message);
        this.name = 'HttpClientError';
        this.statusCode = statusCode;
        Object.setPrototypeOf(this, HttpClientError.prototype);
    }
}
class HttpClientResponse {
    constructor(message) {
        this.message = message;
    }
    readBody() {
        return __awaiter(this, void 0, void 0, function* () {
            return new Promise((resolve) => __awaiter(this, void 0, void 0, function* () {
                let output = Buffer.alloc(0);
                this.message.on('data', (chunk) => {
                    output = Buffer.concat([output, chunk]);
                });
                this.message.on('end', () => {
                    resolve(output.toString());
                });
            }));
        });
    }
    readBodyBuffer() {
        return __awaiter(this, void 0, void 0, function* () {
            return new Promise((resolve) => __awaiter(this, void 0, void 0, function* () {
                const chunks = [];
                this.message.on('data', (chunk) => {
                    chunks.push(chunk);
                });
                this.message.on('end', () => {
                    resolve(Buffer.concat(chunks));
                });
            }));
        });
    }
}
function isHttps(requestUrl) {
    const parsedUrl = new URL(requestUrl);
    return parsedUrl.protocol === 'https:';
}
class HttpClient {
    constructor(userAgent, handlers, requestOptions) {
        this._ignoreSslError = false;
        this._allowRedirects = true;
        this._allowRedirectDowngrade = false;
        this._maxRedirects = 50;
        this._allowRetries = false;
        this._maxRetries = 1;
        this._keepAlive = false;
        this._disposed = false;
        this.userAgent = this._getUserAgentWithOrchestrationId(userAgent);
        this.handlers = handlers || [];
        this.requestOptions = requestOptions;
        if (requestOptions) {
            if (requestOptions.ignoreSslError != null) {
                this._ignoreSslError = requestOptions.ignoreSslError;
            }
            this._socketTimeout = requestOptions.socketTimeout;
            if (requestOptions.allowRedirects != null) {
                this._allowRedirects = requestOptions.allowRedirects;
            }
            if (requestOptions.allowRedirectDowngrade != null) {
                this._allowRedirectDowngrade = requestOptions.allowRedirectDowngrade;
            }
            if (requestOptions.maxRedirects != null) {
                this._maxRedirects = Math.max(requestOptions.maxRedirects, 0);
            }
            if (requestOptions.keepAlive != null) {
                this._keepAlive = requestOptions.keepAlive;
            }
            if (requestOptions.allowRetries != null) {
                this._allowRetries = requestOptions.allowRetries;
            }
            if (requestOptions.maxRetries != null) {
                this._maxRetries = requestOptions.maxRetries;
            }
        }
    }
    options(requestUrl, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request('OPTIONS', requestUrl, null, additionalHeaders || {});
        });
    }
    get(requestUrl, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request('GET', requestUrl, null, additionalHeaders || {});
        });
    }
    del(requestUrl, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request('DELETE', requestUrl, null, additionalHeaders || {});
        });
    }
    post(requestUrl, data, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request('POST', requestUrl, data, additionalHeaders || {});
        });
    }
    patch(requestUrl, data, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request('PATCH', requestUrl, data, additionalHeaders || {});
        });
    }
    put(requestUrl, data, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request('PUT', requestUrl, data, additionalHeaders || {});
        });
    }
    head(requestUrl, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request('HEAD', requestUrl, null, additionalHeaders || {});
        });
    }
    sendStream(verb, requestUrl, stream, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request(verb, requestUrl, stream, additionalHeaders);
        });
    }
    /**
     * Gets a typed object from an endpoint
     * Be aware that not found returns a null.  Other errors (4xx, 5xx) reject the promise
     */
    getJson(requestUrl_1) {
        return __awaiter(this, arguments, void 0, function* (requestUrl, additionalHeaders = {}) {
            additionalHeaders[Headers.Accept] = this._getExistingOrDefaultHeader(additionalHeaders, Headers.Accept, MediaTypes.ApplicationJson);
            const res = yield this.get(requestUrl, additionalHeaders);
            return this._processResponse(res, this.requestOptions);
        });
    }
    postJson(requestUrl_1, obj_1) {
        return __awaiter(this, arguments, void 0, function* (requestUrl, obj, additionalHeaders = {}) {
            const data = JSON.stringify(obj, null, 2);
            additionalHeaders[Headers.Accept] = this._getExistingOrDefaultHeader(additionalHeaders, Headers.Accept, MediaTypes.ApplicationJson);
            additionalHeaders[Headers.ContentType] =
                this._getExistingOrDefaultContentTypeHeader(additionalHeaders, MediaTypes.ApplicationJson);
            const res = yield this.post(requestUrl, data, additionalHeaders);
            return this._processResponse(res, this.requestOptions);
        });
    }
    putJson(requestUrl_1, obj_1) {
        return __awaiter(this, arguments, void 0, function* (requestUrl, obj, additionalHeaders = {}) {
            const data = JSON.stringify(obj, null, 2);
            additionalHeaders[Headers.Accept] = this._getExistingOrDefaultHeader(additionalHeaders, Headers.Accept, MediaTypes.ApplicationJson);
            additionalHeaders[Headers.ContentType] =
                this._getExistingOrDefaultContentTypeHeader(additionalHeaders, MediaTypes.ApplicationJson);
            const res = yield this.put(requestUrl, data, additionalHeaders);
            return this._processResponse(res, this.requestOptions);
        });
    }
    patchJson(requestUrl_1, obj_1) {
        return __awaiter(this, arguments, void 0, function* (requestUrl, obj, additionalHeaders = {}) {
            const data = JSON.stringify(obj, null, 2);
            additionalHeaders[Headers.Accept] = this._getExistingOrDefaultHeader(additionalHeaders, Headers.Accept, MediaTypes.ApplicationJson);
            additionalHeaders[Headers.ContentType] =
                this._getExistingOrDefaultContentTypeHeader(additionalHeaders, MediaTypes.ApplicationJson);
            const res = yield this.patch(requestUrl, data, additionalHeaders);
            return this._processResponse(res, this.requestOptions);
        });
    }
    /**
     * Makes a raw http request.
     * All other methods such as get, post, patch, and request ultimately call this.
     * Prefer get, del, post and patch
     */
    request(verb, requestUrl, data, headers) {
        return __awaiter(this, void 0, void 0, function* () {
            if (this._disposed) {
                throw new Error('Client has already been disposed.');
            }
            const parsedUrl = new URL(requestUrl);
            let info = this._prepareRequest(verb, parsedUrl, headers);
            // Only perform retries on reads since writes may not be idempotent.
            const maxTries = this._allowRetries && RetryableHttpVerbs.includes(verb)
                ? this._maxRetries + 1
                : 1;
            let numTries = 0;
            let response;
            do {
                response = yield this.requestRaw(info, data);
                // Check if it's an authentication challenge
                if (response &&
                    response.message &&
                    response.message.statusCode === HttpCodes.Unauthorized) {
                    let authenticationHandler;
                    for (const handler of this.handlers) {
                        if (handler.canHandleAuthentication(response)) {
                            authenticationHandler = handler;
                            break;
                        }
                    }
                    if (authenticationHandler) {
                        return authenticationHandler.handleAuthentication(this, info, data);
                    }
                    else {
                        // We have received an unauthorized response but have no handlers to handle it.
                        // Let the response return to the caller.
                        return response;
                    }
                }
                let redirectsRemaining = this._maxRedirects;
                while (response.message.statusCode &&
                    HttpRedirectCodes.includes(response.message.statusCode) &&
                    this._allowRedirects &&
                    redirectsRemaining > 0) {
                    const redirectUrl = response.message.headers['location'];
                    if (!redirectUrl) {
                        // if there's no location to redirect to, we won't
                        break;
                    }
                    const parsedRedirectUrl = new URL(redirectUrl);
                    if (parsedUrl.protocol === 'https:' &&
                        parsedUrl.protocol !== parsedRedirectUrl.protocol &&
                        !this._allowRedirectDowngrade) {
                        throw new Error('Redirect from HTTPS to HTTP protocol. This downgrade is not allowed for security reasons. If you want to allow this behavior, set the allowRedirectDowngrade option to true.');
                    }
                    // we need to finish reading the response before reassigning response
                    // which will leak the open socket.
                    yield response.readBody();
                    // strip authorization header if redirected to a different hostname
                    if (parsedRedirectUrl.hostname !== parsedUrl.hostname) {
                        for (const header in headers) {
                            // header names are case insensitive
                            if (header.toLowerCase() === 'authorization') {
                                delete headers[header];
                            }
                        }
                    }
                    // let's make the request with the new redirectUrl
                    info = this._prepareRequest(verb, parsedRedirectUrl, headers);
                    response = yield this.requestRaw(info, data);
                    redirectsRemaining--;
                }
                if (!response.message.statusCode ||
                    !HttpResponseRetryCodes.includes(response.message.statusCode)) {
                    // If not a retry code, return immediately instead of retrying
                    return response;
                }
                numTries += 1;
                if (numTries < maxTries) {
                    yield response.readBody();
                    yield this._performExponentialBackoff(numTries);
                }
            } while (numTries < maxTries);
            return response;
        });
    }
    /**
     * Needs to be called if keepAlive is set to true in request options.
     */
    dispose() {
        if (this._agent) {
            this._agent.destroy();
        }
        this._disposed = true;
    }
    /**
     * Raw request.
     * @param info
     * @param data
     */
    requestRaw(info, data) {
        return __awaiter(this, void 0, void 0, function* () {
            return new Promise((resolve, reject) => {
                function callbackForResult(err, res) {
                    if (err) {
                        reject(err);
                    }
                    else if (!res) {
                        // If `err` is not passed, then `res` must be passed.
                        reject(new Error('Unknown error'));
                    }
                    else {
                        resolve(res);
                    }
                }
                this.requestRawWithCallback(info, data, callbackForResult);
            });
        });
    }
    /**
     * Raw request with callback.
     * @param info
     * @param data
     * @param onResult
     */
    requestRawWithCallback(info, data, onResult) {
        if (typeof data === 'string') {
            if (!info.options.headers) {
                info.options.headers = {};
            }
            info.options.headers['Content-Length'] = Buffer.byteLength(data, 'utf8');
        }
        let callbackCalled = false;
        function handleResult(err, res) {
            if (!callbackCalled) {
                callbackCalled = true;
                onResult(err, res);
            }
        }
        const req = info.httpModule.request(info.options, (msg) => {
            const res = new HttpClientResponse(msg);
            handleResult(undefined, res);
        });
        let socket;
        req.on('socket', sock => {
            socket = sock;
        });
        // If we ever get disconnected, we want the socket to timeout eventually
        req.setTimeout(this._socketTimeout || 3 * 60000, () => {
            if (socket) {
                socket.end();
            }
            handleResult(new Error(`Request timeout: ${info.options.path}`));
        });
        req.on('error', function (err) {
            // err has statusCode property
            // res should have headers
            handleResult(err);
        });
        if (data && typeof data === 'string') {
            req.write(data, 'utf8');
        }
        if (data && typeof data !== 'string') {
            data.on('close', function () {
                req.end();
            });
            data.pipe(req);
        }
        else {
            req.end();
        }
    }
    /**
     * Gets an http agent. This function is useful when you need an http agent that handles
     * routing through a proxy server - depending upon the url and proxy environment variables.
     * @param serverUrl  The server URL where the request will be sent. For example, https://api.github.com
     */
    getAgent(serverUrl) {
        const parsedUrl = new URL(serverUrl);
        return this._getAgent(parsedUrl);
    }
    getAgentDispatcher(serverUrl) {
        const parsedUrl = new URL(serverUrl);
        const proxyUrl = getProxyUrl(parsedUrl);
        const useProxy = proxyUrl && proxyUrl.hostname;
        if (!useProxy) {
            return;
        }
        return this._getProxyAgentDispatcher(parsedUrl, proxyUrl);
    }
    _prepareRequest(method, requestUrl, headers) {
        const info = {};
        info.parsedUrl = requestUrl;
        const usingSsl = info.parsedUrl.protocol === 'https:';
        info.httpModule = usingSsl ? external_https_namespaceObject : external_http_namespaceObject;
        const defaultPort = usingSsl ? 443 : 80;
        info.options = {};
        info.options.host = info.parsedUrl.hostname;
        info.options.port = info.parsedUrl.port
            ? parseInt(info.parsedUrl.port)
            : defaultPort;
        info.options.path =
            (info.parsedUrl.pathname || '') + (info.parsedUrl.search || '');
        info.options.method = method;
        info.options.headers = this._mergeHeaders(headers);
        if (this.userAgent != null) {
            info.options.headers['user-agent'] = this.userAgent;
        }
        info.options.agent = this._getAgent(info.parsedUrl);
        // gives handlers an opportunity to participate
        if (this.handlers) {
            for (const handler of this.handlers) {
                handler.prepareRequest(info.options);
            }
        }
        return info;
    }
    _mergeHeaders(headers) {
        if (this.requestOptions && this.requestOptions.headers) {
            return Object.assign({}, lowercaseKeys(this.requestOptions.headers), lowercaseKeys(headers || {}));
        }
        return lowercaseKeys(headers || {});
    }
    /**
     * Gets an existing header value or returns a default.
     * Handles converting number header values to strings since HTTP headers must be strings.
     * Note: This returns string | string[] since some headers can have multiple values.
     * For headers that must always be a single string (like Content-Type), use the
     * specialized _getExistingOrDefaultContentTypeHeader method instead.
     */
    _getExistingOrDefaultHeader(additionalHeaders, header, _default) {
        let clientHeader;
        if (this.requestOptions && this.requestOptions.headers) {
            const headerValue = lowercaseKeys(this.requestOptions.headers)[header];
            if (headerValue) {
                clientHeader =
                    typeof headerValue === 'number' ? headerValue.toString() : headerValue;
            }
        }
        const additionalValue = additionalHeaders[header];
        if (additionalValue !== undefined) {
            return typeof additionalValue === 'number'
                ? additionalValue.toString()
                : additionalValue;
        }
        if (clientHeader !== undefined) {
            return clientHeader;
        }
        return _default;
    }
    /**
     * Specialized version of _getExistingOrDefaultHeader for Content-Type header.
     * Always returns a single string (not an array) since Content-Type should be a single value.
     * Converts arrays to comma-separated strings and numbers to strings to ensure type safety.
     * This was split from _getExistingOrDefaultHeader to provide stricter typing for callers
     * that assign the result to places expecting a string (e.g., additionalHeaders[Headers.ContentType]).
     */
    _getExistingOrDefaultContentTypeHeader(additionalHeaders, _default) {
        let clientHeader;
        if (this.requestOptions && this.requestOptions.headers) {
            const headerValue = lowercaseKeys(this.requestOptions.headers)[Headers.ContentType];
            if (headerValue) {
                if (typeof headerValue === 'number') {
                    clientHeader = String(headerValue);
                }
                else if (Array.isArray(headerValue)) {
                    clientHeader = headerValue.join(', ');
                }
                else {
                    clientHeader = headerValue;
                }
            }
        }
        const additionalValue = additionalHeaders[Headers.ContentType];
        // Return the first non-undefined value, converting numbers or arrays to strings if necessary
        if (additionalValue !== undefined) {
            if (typeof additionalValue === 'number') {
                return String(additionalValue);
            }
            else if (Array.isArray(additionalValue)) {
                return additionalValue.join(', ');
            }
            else {
                return additionalValue;
            }
        }
        if (clientHeader !== undefined) {
            return clientHeader;
        }
        return _default;
    }
    _getAgent(parsedUrl) {
        let agent;
        const proxyUrl = getProxyUrl(parsedUrl);
        const useProxy = proxyUrl && proxyUrl.hostname;
        if (this._keepAlive && useProxy) {
            agent = this._proxyAgent;
        }
        if (!useProxy) {
            agent = this._agent;
        }
        // if agent is already assigned use that agent.
        if (agent) {
            return agent;
        }
        const usingSsl = parsedUrl.protocol === 'https:';
        let maxSockets = 100;
        if (this.requestOptions) {
            maxSockets = this.requestOptions.maxSockets || external_http_.globalAgent.maxSockets;
        }
        // This is `useProxy` again, but we need to check `proxyURl` directly for TypeScripts's flow analysis.
        if (proxyUrl && proxyUrl.hostname) {
            const agentOptions = {
                maxSockets,
                keepAlive: this._keepAlive,
                proxy: Object.assign(Object.assign({}, ((proxyUrl.username || proxyUrl.password) && {
                    proxyAuth: `${proxyUrl.username}:${proxyUrl.password}`
                })), { host: proxyUrl.hostname, port: proxyUrl.port })
            };
            let tunnelAgent;
            const overHttps = proxyUrl.protocol === 'https:';
            if (usingSsl) {
                tunnelAgent = overHttps ? tunnel.httpsOverHttps : tunnel.httpsOverHttp;
            }
            else {
                tunnelAgent = overHttps ? tunnel.httpOverHttps : tunnel.httpOverHttp;
            }
            agent = tunnelAgent(agentOptions);
            this._proxyAgent = agent;
        }
        // if tunneling agent isn't assigned create a new agent
        if (!agent) {
            const options = { keepAlive: this._keepAlive, maxSockets };
            agent = usingSsl ? new external_https_.Agent(options) : new external_http_.Agent(options);
            this._agent = agent;
        }
        if (usingSsl && this._ignoreSslError) {
            // we don't want to set NODE_TLS_REJECT_UNAUTHORIZED=0 since that will affect request for entire process
            // http.RequestOptions doesn't expose a way to modify RequestOptions.agent.options
            // we have to cast it to any and change it directly
            agent.options = Object.assign(agent.options || {}, {
                rejectUnauthorized: false
            });
        }
        return agent;
    }
    _getProxyAgentDispatcher(parsedUrl, proxyUrl) {
        let proxyAgent;
        if (this._keepAlive) {
            proxyAgent = this._proxyAgentDispatcher;
        }
        // if agent is already assigned use that agent.
        if (proxyAgent) {
            return proxyAgent;
        }
        const usingSsl = parsedUrl.protocol === 'https:';
        proxyAgent = new ProxyAgent(Object.assign({ uri: proxyUrl.href, pipelining: !this._keepAlive ? 0 : 1 }, ((proxyUrl.username || proxyUrl.password) && {
            token: `Basic ${Buffer.from(`${proxyUrl.username}:${proxyUrl.password}`).toString('base64')}`
        })));
        this._proxyAgentDispatcher = proxyAgent;
        if (usingSsl && this._ignoreSslError) {
            // we don't want to set NODE_TLS_REJECT_UNAUTHORIZED=0 since that will affect request for entire process
            // http.RequestOptions doesn't expose a way to modify RequestOptions.agent.options
            // we have to cast it to any and change it directly
            proxyAgent.options = Object.assign(proxyAgent.options.requestTls || {}, {
                rejectUnauthorized: false
            });
        }
        return proxyAgent;
    }
    _getUserAgentWithOrchestrationId(userAgent) {
        const baseUserAgent = userAgent || 'actions/http-client';
        const orchId = process.env['ACTIONS_ORCHESTRATION_ID'];
        if (orchId) {
            // Sanitize the orchestration ID to ensure it contains only valid characters
            // Valid characters: 0-9, a-z, _, -, .
            const sanitizedId = orchId.replace(/[^a-z0-9_.-]/gi, '_');
            return `${baseUserAgent} actions_orchestration_id/${sanitizedId}`;
        }
        return baseUserAgent;
    }
    _performExponentialBackoff(retryNumber) {
        return __awaiter(this, void 0, void 0, function* () {
            retryNumber = Math.min(ExponentialBackoffCeiling, retryNumber);
            const ms = ExponentialBackoffTimeSlice * Math.pow(2, retryNumber);
            return new Promise(resolve => setTimeout(() => resolve(), ms));
        });
    }
    _processResponse(res, options) {
        return __awaiter(this, void 0, void 0, function* () {
            return new Promise((resolve, reject) => __awaiter(this, void 0, void 0, function* () {
                const statusCode = res.message.statusCode || 0;
                const response = {
                    statusCode,
                    result: null,
                    headers: {}
                };
                // not found leads to null obj returned
                if (statusCode === HttpCodes.NotFound) {
                    resolve(response);
                }
                // get the result from the body
                function dateTimeDeserializer(key, value) {
                    if (typeof value === 'string') {
                        const a = new Date(value);
                        if (!isNaN(a.valueOf())) {
                            return a;
                        }
                    }
                    return value;
                }
                let obj;
                let contents;
                try {
                    contents = yield res.readBody();
                    if (contents && contents.length > 0) {
                        if (options && options.deserializeDates) {
                            obj = JSON.parse(contents, dateTimeDeserializer);
                        }
                        else {
                            obj = JSON.parse(contents);
                        }
                        response.result = obj;
                    }
                    response.headers = res.message.headers;
                }
                catch (err) {
                    // Invalid resource (contents not json);  leaving result obj null
                }
                // note that 3xx redirects are handled by the http layer.
                if (statusCode > 299) {
                    let msg;
                    // if exception/error in body, attempt to get better error
                    if (obj && obj.message) {
                        msg = obj.message;
                    }
                    else if (contents && contents.length > 0) {
                        // it may be the case that the exception is in the body message as string
                        msg = contents;
                    }
                    else {
                        msg = `Failed request: (${statusCode})`;
                    }
                    const err = new HttpClientError(msg, statusCode);
                    err.result = response.result;
                    reject(err);
                }
                else {
                    resolve(response);
                }
            }));
        });
    }
}
const lowercaseKeys = (obj) => Object.keys(obj).reduce((c, k) => ((c[k.toLowerCase()] = obj[k]), c), {});
//# sourceMappingURL=index.js.map

/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		// no module.id needed
/******/ 		// no module.loaded needed
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId].call(module.exports, module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/******/ // expose the modules object (__webpack_modules__)
/******/ __nccwpck_require__.m = __webpack_modules__;
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/async module */
/******/ (() => {
/******/ 	var webpackQueues = typeof Symbol === "function" ? Symbol("webpack queues") : "__webpack_queues__";
/******/ 	var webpackExports = typeof Symbol === "function" ? Symbol("webpack exports") : "__webpack_exports__";
/******/ 	var webpackError = typeof Symbol === "function" ? Symbol("webpack error") : "__webpack_error__";
/******/ 	var resolveQueue = (queue) => {
/******/ 		if(queue && queue.d < 1) {
/******/ 			queue.d = 1;
/******/ 			queue.forEach((fn) => (fn.r--));
/******/ 			queue.forEach((fn) => (fn.r-- ? fn.r++ : fn()));
/******/ 		}
/******/ 	}
/******/ 	var wrapDeps = (deps) => (deps.map((dep) => {
/******/ 		if(dep !== null && typeof dep === "object") {
/******/ 			if(dep[webpackQueues]) return dep;
/******/ 			if(dep.then) {
/******/ 				var queue = [];
/******/ 				queue.d = 0;
/******/ 				dep.then((r) => {
/******/ 					obj[webpackExports] = r;
/******/ 					resolveQueue(queue);
/******/ 				}, (e) => {
/******/ 					obj[webpackError] = e;
/******/ 					resolveQueue(queue);
/******/ 				});
/******/ 				var obj = {};
/******/ 				obj[webpackQueues] = (fn) => (fn(queue));
/******/ 				return obj;
/******/ 			}
/******/ 		}
/******/ 		var ret = {};
/******/ 		ret[webpackQueues] = x => {};
/******/ 		ret[webpackExports] = dep;
/******/ 		return ret;
/******/ 	}));
/******/ 	__nccwpck_require__.a = (module, body, hasAwait) => {
/******/ 		var queue;
/******/ 		hasAwait && ((queue = []).d = -1);
/******/ 		var depQueues = new Set();
/******/ 		var exports = module.exports;
/******/ 		var currentDeps;
/******/ 		var outerResolve;
/******/ 		var reject;
/******/ 		var promise = new Promise((resolve, rej) => {
/******/ 			reject = rej;
/******/ 			outerResolve = resolve;
/******/ 		});
/******/ 		promise[webpackExports] = exports;
/******/ 		promise[webpackQueues] = (fn) => (queue && fn(queue), depQueues.forEach(fn), promise["catch"](x => {}));
/******/ 		module.exports = promise;
/******/ 		body((deps) => {
/******/ 			currentDeps = wrapDeps(deps);
/******/ 			var fn;
/******/ 			var getResult = () => (currentDeps.map((d) => {
/******/ 				if(d[webpackError]) throw d[webpackError];
/******/ 				return d[webpackExports];
/******/ 			}))
/******/ 			var promise = new Promise((resolve) => {
/******/ 				fn = () => (resolve(getResult));
/******/ 				fn.r = 0;
/******/ 				var fnQueue = (q) => (q !== queue && !depQueues.has(q) && (depQueues.add(q), q && !q.d && (fn.r++, q.push(fn))));
/******/ 				currentDeps.map((dep) => (dep[webpackQueues](fnQueue)));
/******/ 			});
/******/ 			return fn.r ? promise : getResult();
/******/ 		}, (err) => ((err ? reject(promise[webpackError] = err) : outerResolve(exports)), resolveQueue(queue)));
/******/ 		queue && queue.d < 0 && (queue.d = 0);
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/compat get default export */
/******/ (() => {
/******/ 	// getDefaultExport function for compatibility with non-harmony modules
/******/ 	__nccwpck_require__.n = (module) => {
/******/ 		var getter = module && module.__esModule ?
/******/ 			() => (module['default']) :
/******/ 			() => (module);
/******/ 		__nccwpck_require__.d(getter, { a: getter });
/******/ 		return getter;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/create fake namespace object */
/******/ (() => {
/******/ 	var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
/******/ 	var leafPrototypes;
/******/ 	// create a fake namespace object
/******/ 	// mode & 1: value is a module id, require it
/******/ 	// mode & 2: merge all properties of value into the ns
/******/ 	// mode & 4: return value when already ns object
/******/ 	// mode & 16: return value when it's Promise-like
/******/ 	// mode & 8|1: behave like require
/******/ 	__nccwpck_require__.t = function(value, mode) {
/******/ 		if(mode & 1) value = this(value);
/******/ 		if(mode & 8) return value;
/******/ 		if(typeof value === 'object' && value) {
/******/ 			if((mode & 4) && value.__esModule) return value;
/******/ 			if((mode & 16) && typeof value.then === 'function') return value;
/******/ 		}
/******/ 		var ns = Object.create(null);
/******/ 		__nccwpck_require__.r(ns);
/******/ 		var def = {};
/******/ 		leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 		for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 			Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
/******/ 		}
/******/ 		def['default'] = () => (value);
/******/ 		__nccwpck_require__.d(ns, def);
/******/ 		return ns;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/ensure chunk */
/******/ (() => {
/******/ 	__nccwpck_require__.f = {};
/******/ 	// This file contains only the entry chunk.
/******/ 	// The chunk loading function for additional chunks
/******/ 	__nccwpck_require__.e = (chunkId) => {
/******/ 		return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 			__nccwpck_require__.f[key](chunkId, promises);
/******/ 			return promises;
/******/ 		}, []));
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/get javascript chunk filename */
/******/ (() => {
/******/ 	// This function allow to reference async chunks
/******/ 	__nccwpck_require__.u = (chunkId) => {
/******/ 		// return url for filenames based on template
/******/ 		return "" + chunkId + ".index.js";
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/******/ /* webpack/runtime/make namespace object */
/******/ (() => {
/******/ 	// define __esModule on exports
/******/ 	__nccwpck_require__.r = (exports) => {
/******/ 		if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 			Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 		}
/******/ 		Object.defineProperty(exports, '__esModule', { value: true });
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/import chunk loading */
/******/ (() => {
/******/ 	// no baseURI
/******/ 	
/******/ 	// object to store loaded and loading chunks
/******/ 	// undefined = chunk not loaded, null = chunk preloaded/prefetched
/******/ 	// [resolve, Promise] = chunk loading, 0 = chunk loaded
/******/ 	var installedChunks = {
/******/ 		792: 0
/******/ 	};
/******/ 	
/******/ 	var installChunk = (data) => {
/******/ 		var {ids, modules, runtime} = data;
/******/ 		// add "modules" to the modules object,
/******/ 		// then flag all "ids" as loaded and fire callback
/******/ 		var moduleId, chunkId, i = 0;
/******/ 		for(moduleId in modules) {
/******/ 			if(__nccwpck_require__.o(modules, moduleId)) {
/******/ 				__nccwpck_require__.m[moduleId] = modules[moduleId];
/******/ 			}
/******/ 		}
/******/ 		if(runtime) runtime(__nccwpck_require__);
/******/ 		for(;i < ids.length; i++) {
/******/ 			chunkId = ids[i];
/******/ 			if(__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) {
/******/ 				installedChunks[chunkId][0]();
/******/ 			}
/******/ 			installedChunks[ids[i]] = 0;
/******/ 		}
/******/ 	
/******/ 	}
/******/ 	
/******/ 	__nccwpck_require__.f.j = (chunkId, promises) => {
/******/ 			// import() chunk loading for javascript
/******/ 			var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : undefined;
/******/ 			if(installedChunkData !== 0) { // 0 means "already installed".
/******/ 	
/******/ 				// a Promise means "currently loading".
/******/ 				if(installedChunkData) {
/******/ 					promises.push(installedChunkData[1]);
/******/ 				} else {
/******/ 					if(true) { // all chunks have JS
/******/ 						// setup Promise in chunk cache
/******/ 						var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, (e) => {
/******/ 							if(installedChunks[chunkId] !== 0) installedChunks[chunkId] = undefined;
/******/ 							throw e;
/******/ 						});
/******/ 						var promise = Promise.race([promise, new Promise((resolve) => (installedChunkData = installedChunks[chunkId] = [resolve]))])
/******/ 						promises.push(installedChunkData[1] = promise);
/******/ 					}
/******/ 				}
/******/ 			}
/******/ 	};
/******/ 	
/******/ 	// no prefetching
/******/ 	
/******/ 	// no preloaded
/******/ 	
/******/ 	// no external install chunk
/******/ 	
/******/ 	// no on chunks loaded
/******/ })();
/******/ 
/************************************************************************/
/******/ 
/******/ // startup
/******/ // Load entry module and return exports
/******/ // This entry module used 'module' so it can't be inlined
/******/ var __webpack_exports__ = __nccwpck_require__(9407);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 

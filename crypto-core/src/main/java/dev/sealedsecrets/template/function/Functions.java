package dev.sealedsecrets.template.function;

import dev.sealedsecrets.template.crypto.CryptoFunctions;
import dev.sealedsecrets.template.dates.DateFunctions;
import dev.sealedsecrets.template.semver.SemverFunctions;
import dev.sealedsecrets.template.url.UrlFunctions;
import dev.sealedsecrets.template.value.GoFunction;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * All functions a template can call: the builtins of the language and sprig 3.3 without env, expandenv and getHostByName. A
 * function object is made when a template names it, so that a program loads only the subjects its templates use.
 */
public final class Functions {
    /** A subject, with the names it knows and how to get at them. */
    private enum Subject {
        BUILTIN(
                BuiltinFunctions::find,
                "and call eq ge gt html index js le len lt ne not or print printf println urlquery"),
        STRING(
                StringFunctions::find,
                "cat contains hasPrefix hasSuffix hello indent join nindent plural quote repeat replace sortAlpha split"
                        + " splitList splitn squote substr toString toStrings trim trimAll trimPrefix trimSuffix trimall"
                        + " trunc"),
        CASE(CaseFunctions::find, "camelcase initials kebabcase lower nospace snakecase swapcase title untitle upper"),
        WIDTH(WidthFunctions::find, "abbrev abbrevboth wrap wrapWith"),
        DEFAULT(
                DefaultFunctions::find,
                "all any coalesce deepEqual default empty fail fromJson kindIs kindOf mustFromJson mustToJson"
                        + " mustToPrettyJson mustToRawJson ternary toJson toPrettyJson toRawJson typeIs typeIsLike typeOf"),
        ENCODING(EncodingFunctions::find, "adler32sum b32dec b32enc b64dec b64enc sha1sum sha256sum sha512sum"),
        DICT(
                DictFunctions::find,
                "deepCopy dict dig get hasKey keys merge mergeOverwrite mustDeepCopy mustMerge mustMergeOverwrite omit"
                        + " pick pluck set unset values"),
        LIST(
                ListFunctions::find,
                "append chunk compact concat first has initial last list mustAppend mustChunk mustCompact mustFirst"
                        + " mustHas mustInitial mustLast mustPrepend mustPush mustRest mustReverse mustSlice mustUniq"
                        + " mustWithout prepend push rest reverse slice tuple uniq without"),
        MATH(
                MathFunctions::find,
                "add add1 add1f addf atoi biggest ceil div divf float64 floor int int64 max maxf min minf mod mul mulf"
                        + " round seq sub subf toDecimal until untilStep"),
        REGEX(
                RegexFunctions::find,
                "mustRegexFind mustRegexFindAll mustRegexMatch mustRegexReplaceAll mustRegexReplaceAllLiteral"
                        + " mustRegexSplit regexFind regexFindAll regexMatch regexQuoteMeta regexReplaceAll"
                        + " regexReplaceAllLiteral regexSplit"),
        DATE(
                DateFunctions::find,
                "ago date dateInZone dateModify date_in_zone date_modify duration durationRound htmlDate htmlDateInZone"
                        + " mustDateModify mustToDate must_date_modify now toDate unixEpoch"),
        SEMVER(SemverFunctions::find, "semver semverCompare"),
        URL(UrlFunctions::find, "urlJoin urlParse"),
        CRYPTO(
                CryptoFunctions::find,
                "bcrypt buildCustomCert decryptAES derivePassword encryptAES genCA genCAWithKey genPrivateKey"
                        + " genSelfSignedCert genSelfSignedCertWithKey genSignedCert genSignedCertWithKey htpasswd"),
        PATH(PathFunctions::find, "base clean dir ext isAbs osBase osClean osDir osExt osIsAbs"),
        RANDOM(RandomFunctions::find, "randAlpha randAlphaNum randAscii randBytes randInt randNumeric shuffle uuidv4");

        // A method reference and an unmodifiable list: neither changes.
        @SuppressWarnings("ImmutableEnumChecker")
        private final Lookup lookup;

        @SuppressWarnings("ImmutableEnumChecker")
        private final List<String> names;

        Subject(Lookup lookup, String names) {
            this.lookup = lookup;
            this.names = List.of(names.split(" ", -1));
        }
    }

    @FunctionalInterface
    private interface Lookup {
        @Nullable
        GoFunction find(String name);
    }

    private Functions() {}

    /** The function of a name, or null if there is none. */
    public static @Nullable GoFunction find(String name) {
        for (Subject subject : Subject.values()) {
            if (subject.names.contains(name)) {
                return subject.lookup.find(name);
            }
        }
        return null;
    }

    /** The names of all functions. */
    public static Set<String> names() {
        Set<String> all = new TreeSet<>();
        for (Subject subject : Subject.values()) {
            all.addAll(subject.names);
        }
        return all;
    }
}

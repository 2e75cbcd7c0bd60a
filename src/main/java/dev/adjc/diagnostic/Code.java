package dev.adjc.diagnostic;

import static dev.adjc.diagnostic.Wording.error;
import static dev.adjc.diagnostic.Wording.warning;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Every mistake that is reported, with its sentences.
 *
 * <p>E01xx: how a program is written. E02xx: names. E03xx: kinds of values. E04xx: points, and programs at work. E05xx:
 * arrays, sizes and loops. E08xx: files. A code keeps its number and its meaning for ever. Each has a page {@code
 * adjc/explain/E0101.md} among the resources and an example under {@code src/test/errors}.
 */
public enum Code {
    // ---- characters, words and numbers
    UNEXPECTED_CHARACTER(error(101, "`{0}` has no meaning here")),
    FOREIGN_OPERATOR(error(102, "`{0}` is not part of this language").help("write `{1}`")),
    UNCLOSED_COMMENT(error(103, "this comment is never closed").help("close it with `*/`")),
    UNCLOSED_TEXT(error(104, "this text does not end on its line").help("close it with `\"`")),
    UNKNOWN_ESCAPE(error(105, "`{0}` stands for no character")
            .help("a text may hold `\\\\`, `\\\"`, `\\n` and `\\t`; any other character stands for itself")),
    MALFORMED_NUMBER(error(106, "`{0}` is not a number").help("write `{1}`")),
    NUMBER_OVERFLOW(error(107, "`{0}` is larger than any double")
            .help("the largest is about 1.8e308; infinity is written `inf`")),
    SUPERSCRIPT(error(108, "the superscript `{0}` is not a power").help("write `{1}`")),
    LOOSE_MARK(error(109, "`{0}` cannot be part of a name")
            .help("a name is made of letters, `_`, digits 0 to 9 and subscript digits")),
    NOT_UTF_8(error(110, "the byte 0x{0} is not UTF-8 text").help("save the file as UTF-8")),
    FOREIGN_COMMENT(error(111, "`{0}` does not begin a comment").help("write `//`")),
    INVISIBLE_CHARACTER(error(112, "the invisible character {0} stands here").help("put a space in its place")),

    // ---- habits of other languages
    NEEDLESS_DECLARATION(error(113, "`{0}` declares nothing here").help("write `{1}`")),
    RETURN(error(114, "there is no `return`")
            .help("a function gives what stands after `->`: define that name, `y = …;`")),
    ASSIGNMENT_OPERATOR(error(115, "`{0}` is not an operator of this language").help("write `{1}`")),
    TERNARY(error(116, "there is no `?` operator").help("write `if c then a else b`")),
    REMAINDER_OPERATOR(error(117, "there is no `%` operator").help("write `mod(a, b)`; a comment begins with `//`")),

    SINGLE_QUOTE(error(118, "a `'` has no meaning here").help("a text stands between double quotes, `\"`")),
    TOO_LONG(error(119, "this {0} has more than {1} characters")),

    // ---- statements
    MISSING_SEMICOLON(error(120, "a `;` is missing here")),
    MISSING_CLOSING(error(121, "expected `{0}` before {2}").related("this `{1}` is not closed")),
    UNMATCHED_CLOSING(error(122, "this `{0}` closes nothing")),
    EQUALS_IN_EXPRESSION(
            error(123, "`=` defines a name and cannot stand in an expression").help("to compare, write `==`")),
    COMPARISON_AS_DEFINITION(
            error(124, "`==` compares and cannot define a name").help("write `=`")),
    CHAINED_COMPARISON(error(125, "comparisons do not chain").help("write `{0}`")),
    MISSING_ELSE(error(126, "this `if` has no `else`").help("every `if` gives a value: add `else` and the other one")),
    BARE_CONDITIONAL(
            error(127, "an `if` inside a larger expression needs brackets").help("write `(if … then … else …)`")),
    TRAILING_COMMA(error(128, "nothing follows this `,`").help("remove it")),
    KEYWORD_AS_NAME(error(129, "`{0}` is a keyword and cannot be a name").help("call it `{0}_`")),
    REDUCTION_AS_NAME(error(130, "`{0}` is the name of a reduction and cannot name anything else")
            .help("call it `{0}_`")),
    TOO_DEEP(error(131, "more than 1000 brackets, signs, powers or `if`s stand inside one another")
            .help("give the inner parts names of their own")),
    MISPLACED_HEADER(error(132, "`{0}` stands after {1}").help("the order is `package`, `import`s, functions")),
    EXPECTED_DECLARATION(
            error(133, "expected `function`, found {0}").help("a file holds functions: `function f(x) -> y { … }`")),
    NO_FUNCTION(error(134, "this file has no function").help("write one: `function f(x) -> y { y = x; }`")),
    REQUIRE_WITHOUT_TEXT(error(135, "this `require` does not say what to tell the caller")
            .help("add a text: `require … : \"sigma must be positive\";`")),
    INDEX_ON_LEFT(error(136, "an index on the left is a name of its own").help("define the whole array: `x[i] = …;`")),
    UNEXPECTED(error(137, "expected {0}, found {1}")),
    CALL_AS_STATEMENT(error(138, "this call defines nothing").help("give its result a name: `y = {0}(…);`")),
    EMPTY_STATEMENT(error(139, "this `;` ends nothing").help("remove it")),
    MISSING_OUTPUTS(error(140, "the function does not say what it gives").help("name its outputs: `-> y`")),
    ARRAY_IN_EXPRESSION(error(141, "an array in brackets stands only right of `=`")
            .help("give the array a name first: `r = […];`")),
    REDUCTION_WITHOUT_INDEX(error(142, "`{0}` needs an index and a body").help("write `{0}[i](…)`")),
    UNKNOWN_RULE(
            error(143, "a rule begins with `d` and a parameter, not with `{0}`").help("write `d x = …;`")),
    IF_AS_STATEMENT(error(144, "`if` gives a value and is not a statement").help("write `y = if … then … else …;`")),
    TOO_LARGE(error(145, "`{0}` has more than {1} operations once its calls are expanded")
            .help("where you can, call with the same arguments: equal calls are expanded once")),
    QUALIFIED_NAME(error(146, "`{0}` is not a name: there is no `.` in names").help("write `{1}`")),

    RANGE_WANTED(error(147, "`{0}` is no range").help("write `{1}`")),
    PART_OF_DIMENSION(error(148, "a slice takes the whole of a dimension")
            .help("write `:` alone, or define the part first: `y[i in 0..<n] = x[i + k];`")),
    SPLIT_INDICES(
            error(149, "the indices of an array stand in one pair of brackets").help("write `A[i, j]`")),
    EMPTY_BRACKETS(error(150, "nothing stands between these brackets")
            .help("give each dimension of an array: `x[n]` for a parameter, `x[i]` for an element")),
    REDUCTION_WITHOUT_BRACKETS(
            error(151, "what `{0}` runs over stands in brackets").help("write `{0}[…](…)`")),

    // ---- names
    UNDEFINED_NAME(error(201, "`{0}` is not defined").help("did you mean `{1}`?")),
    USED_BEFORE_DEFINITION(error(202, "`{0}` is used before it is defined").related("it is defined here")),
    UNDEFINED_FUNCTION(error(203, "there is no function `{0}`").help("did you mean `{1}`?")),
    FUNCTION_NOT_IMPORTED(error(204, "`{0}` is not imported").help("write `import {1};` before the functions")),
    NOT_A_FUNCTION(error(205, "`{0}` is not a function")
            .help("an element is written `{1}`")
            .otherwise("to multiply, write `{0} * (…)`")),
    FUNCTION_AS_VALUE(error(206, "`{0}` is a function and needs arguments").help("write `{0}(…)`")),
    DUPLICATE_FUNCTION(error(207, "the function `{0}` is declared twice").related("the first one is here")),
    DUPLICATE_PARAMETER(error(208, "two parameters bear the name `{0}`").related("the first one is here")),
    DUPLICATE_OUTPUT(error(209, "two outputs bear the name `{0}`").related("the first one is here")),
    OUTPUT_UNDEFINED(error(210, "the output `{0}` is never defined").help("define it in the body: `{0} = …;`")),
    RECURSION(error(211, "`{0}` calls itself: {1}").related("`{0}` is called here")),
    IMPORT_NOT_FOUND(error(212, "there is no file `{0}` to import").help("did you mean `{1}`?")),
    IMPORT_CYCLE(error(213, "these files import each other: {0}")),
    AMBIGUOUS_FUNCTION(error(214, "`{0}` comes from `{1}` and from `{2}`").help("import only one of them")),
    NO_SUCH_PARAMETER(error(215, "`{1}` has no parameter `{0}`").help("did you mean `{2}`?")),
    DUPLICATE_RULE(error(216, "there are two rules for `{0}`").related("the first one is here")),
    REDEFINED_INTEGER(error(217, "`{0}` is an integer and cannot be defined again")
            .related("it is declared here")
            .help("give the new value a name of its own")),
    RULE_FOR_PASSIVE(error(218, "`{0}` is held fixed and needs no rule").related("it is declared here")),
    NO_JAVA_METHOD(error(219, "`{0}` does not name a Java method")
            .help("write the class and the method, like `com.acme.Bessel.j0`")),
    DUPLICATE_TARGET(error(220, "`{0}` is defined twice in one statement").related("the first one is here")),
    NO_JAVA_PACKAGE(
            error(221, "`{0}` cannot name a Java package").help("join names that Java does not reserve with points")),
    CLASS_TWICE(error(222, "`{0}` and `{1}` would both become the class `{2}`")
            .related("the other one is here")
            .help("rename one of them")),
    NO_RULE(error(223, "no rule gives the derivative of `{0}`, which is needed here")
            .help("add a rule for each argument to its declaration, `{ d x = …; }`")),
    DEFINED_IN_LOOP(error(224, "`{0}` is defined in the loop over `{1}` and unknown after it")
            .related("it is defined here")
            .help("define it before the loop, or collect it: `{0}[{1}] = …;`")),
    UNDEFINED_INDEX(error(225, "`{0}` is no index, size or integer here")
            .help("did you mean `{1}`?")
            .otherwise("an index comes from the left side, `y[{0}] = …`, a reduction, `sum[{0}](…)`, or a loop")),

    // ---- kinds of values
    NUMBER_WANTED(error(301, "expected a number, found a condition").help("write `if … then 1 else 0`")),
    CONDITION_WANTED(error(302, "expected a condition, found a number").help("compare it: `{0} != 0`")),
    ARGUMENT_COUNT(error(303, "`{0}` takes {1}, not {2}").related("it is declared here")),
    OUTPUT_COUNT(error(304, "`{0}` gives {1}, not {2}").related("it is declared here")),
    SEVERAL_OUTPUTS(error(305, "`{0}` gives {1}, and an expression needs one number")
            .related("it is declared here")
            .help("give each a name: `({2}) = {0}(…);`")),
    INTEGER_WANTED(error(306, "the parameter `{0}` of `{1}` is an integer, and this is a real")
            .related("it is declared here")
            .help("integers are literals, sizes, indices and `int` parameters, and what `+ - * div mod` make of them")),
    REAL_DIVISION(error(307, "`/` gives a real, and an integer is wanted").help("write `div(a, b)`")),
    INTEGER_FUNCTION(error(308, "`{0}` works on integers, and here are reals").help("write `floor(a / b)`")),

    // ---- points, and programs at work
    POINT_UNREADABLE(error(401, "the point cannot be read: expected {0}, found {1}")),
    POINT_DUPLICATE(error(402, "the point gives `{0}` twice").related("the first one is here")),
    POINT_OVERFLOW(error(403, "`{0}` is larger than any double").help("write `{1}` if that is meant")),
    POINT_ENTRY_MISSING(error(404, "the {1} has no entry `{0}`")),
    POINT_ENTRY_SUPERFLUOUS(
            error(405, "`{1}` has no place for the entry `{0}` of the {2}").help("did you mean `{3}`?")),
    POINT_ENTRY_MISSHAPEN(error(406, "the entry `{0}` must be {2}, not {1}")),
    REFUSED(error(407, "`{0}` refuses this point: {1}")),
    EXTERN_NOT_FOUND(error(408, "there is no static method `{0}` that takes these arguments and gives a double")
            .help("name its folder or jar with `--class-path`")),
    EXTERN_FAILED(error(409, "the Java that `{0}` calls failed: {1}")),
    WRONG_DERIVATIVE(error(410, "`{0}` has a wrong derivative: {1}")),
    POINT_RAGGED(error(411, "lists in dimension {1} of `{0}` have different lengths, {2} and {3}")
            .related("the first one is here")),
    POINT_SIZE(error(412, "`{0}` has size {1} in dimension {2}, where {3}")),
    TOO_LARGE_AT_POINT(error(414, "`{0}` needs {3} bytes at this point for the array `{1}`, {2}")
            .help("choose smaller sizes, or give Java more memory: `JDK_JAVA_OPTIONS=-Xmx{4}g`")
            .otherwise("choose smaller sizes: an array holds at most 2147483647 numbers")),
    POINT_NO_SIZE(error(413, "`{0}` has size {1} in dimension {2}, and no `{3}` makes `{4}` of that")
            .help("a size is a whole number, and not negative")),

    // ---- arrays, sizes and loops
    SIZES_DIFFER(error(501, "{0} disagree on the size that `{1}` runs over")
            .mark("has size `{2}`")
            .related("has size `{0}` here")
            .help("if that is meant, give the range: `{1} in 0..<…`")),
    INDEX_WITHOUT_RANGE(error(502, "nothing gives the range of `{0}`")
            .help("write `{0} in 0..<n`, or let it stand alone between the brackets of an array")),
    RANK_MISMATCH(error(503, "`{0}` has rank {1}, and here it has {2}")
            .related("it is defined here")
            .help("write an index for each dimension, `{0}[{3}]`")),
    NOT_AN_ARRAY(error(504, "`{0}` is a number and has no elements").related("it is defined here")),
    ARRAY_AS_NUMBER(error(505, "`{0}` is an array of rank {1}, and a number is wanted")
            .help("write one of its elements, `{0}[{2}]`")),
    SLICE_AS_NUMBER(error(506, "`{0}` is a slice, and a number is wanted").help("write an index in place of `:`")),
    ARRAY_WANTED(error(507, "the parameter `{0}` of `{1}` is an array of rank {2}, and this is {3}")
            .related("it is declared here")),
    ELEMENTS_DIFFER(error(508, "the parameter `{0}` of `{1}` is an array of {2}, and `{3}` is one of {4}")
            .related("it is declared here")),
    INDEX_TWICE(error(509, "the index `{0}` is bound twice")
            .related("it is bound here first")
            .help("give each a name of its own")),
    INDEX_NAME_TAKEN(error(510, "`{0}` has a meaning here and cannot be an index")
            .related("it is defined here")
            .help("rename the index")),
    REAL_AS_INTEGER(
            error(511, "an integer is wanted here, and `{0}` is a real")
                    .help("declare `int {1}`")
                    .otherwise(
                            "integers are literals, sizes, indices and `int` parameters, and what `+ - * div mod` make of them")),
    DIVISION_BY_ZERO(error(512, "`{0}` divides by zero")),
    INTEGER_OVERFLOW(error(513, "`{0}` does not fit into 32 bits")),
    OUT_OF_RANGE(error(514, "this index of `{0}` reaches {1}, and the extent is {2}")
            .related("`{0}` is defined here")
            .help("indices run from 0 to {3}")),
    RANGE_FROM(
            error(515, "a range on the left begins at 0, not at {0}").help("shift the indices on the right instead")),
    NOT_FIXED(error(516, "`{0}` cannot fix a size")
            .help("sizes are made of sizes, literals, `int` parameters and indices of loops")),
    LOOP_BOUND(error(517, "`{0}` cannot bound a loop")
            .help("bounds are made of sizes, literals, `int` parameters and indices of outer loops")),
    COLLECTED_READ(error(518, "`{0}` is collected over `{1}` and not complete before that loop ends")
            .related("it is collected here")
            .help("carry what the next round needs under a name of its own")),
    COLLECTED_DEFINED(error(519, "`{0}` is collected over `{1}` and has a meaning already")
            .related("it is defined here")
            .help("collect into a name of its own")),
    COLLECTED_TWICE(error(520, "`{0}` is collected by this loop already")
            .related("it is collected here")
            .help("collect into a name of its own")),
    COLLECTED_FROM(error(521, "`{0}` is collected over `{1}`, which begins at {2} and not at 0")
            .related("the loop is here")
            .help("let the loop begin at 0, and shift the indices within it")),
    EXTENT_VARIES(error(522, "an extent of `{0}` is `{1}` and varies with `{2}`")
            .related("`{2}` is bound here")
            .help("arrays are rectangular: give the largest range, and say by `if` what stands in the rest")),
    COLLECTED_WITHOUT(error(523, "every round of the loop over `{1}` would define the same places of `{0}`")
            .related("that loop is here")
            .help("put `{1}` on the left as well, or move the definition out of that loop")),
    CARRIED_SHAPE(error(524, "the loop over `{1}` carries `{0}` as {2}, and here it becomes {3}")
            .related("it enters the loop from here")),
    RAGGED_ARRAY(
            error(525, "the rows of an array are alike, and this one is {0}").related("this one is {0}")),
    COLON_WITHOUT_CALL(error(526, "a `:` on the left stands for a dimension that a call gives")
            .help("write an index in its place, here and on the right")),
    RESULT_RANK(error(527, "`{0}` takes {1}, and the right side gives {2}")
            .help("a `:` on the left stands for each dimension that a call gives")),
    ARRAY_RESULT(error(528, "`{0}` gives {1}, and an expression needs one number")
            .help("give the result a name first: `r = {0}(…);`")),
    SIZES_AT_CALL(error(529, "`{0}` and `{1}` disagree on the size `{2}` of `{3}`")
            .mark("has size `{4}`")
            .related("has size `{0}` here")),
    EXTENT_AT_CALL(error(530, "`{0}` has size `{1}` where `{2}` of `{3}` has to have `{4}`")
            .related("it is declared here")),
    NO_WHOLE_SIZE(error(531, "`{0}` has size {1}, and no whole `{2}` makes `{3}` of that")
            .related("it is declared here")),
    SIZE_NOT_GIVEN(
            error(532, "no argument gives the size `{0}`").help("declare an array that has `{0}` alone as a size")),
    SIZE_NOT_AFFINE(error(533, "`{0}` is not a sum of multiples of sizes")),
    REAL_AS_SIZE(
            error(534, "a size is an integer, and `{0}` is a real").help("declare `int {0}` if it is a parameter")),
    OUTPUT_SHAPE(
            error(535, "the output `{0}` is declared as {1} and defined as {2}").related("it is defined here")),
    NEGATIVE_EXTENT(error(536, "this size is negative: {0}")),
    TOO_MANY_ELEMENTS(
            error(537, "`{0}` has more elements than an array can hold").help("the most are 2147483647")),
    INDEX_MISSING(error(538, "`{0}` lacks the index `{1}`, over which the call is carried out")
            .related("it stands here")),
    EXTERN_ARRAY(error(539, "a function of Java takes numbers, and `{0}` is an array")),
    SLICE_AS_ARRAY(error(540, "`{0}` is a slice, which only a function takes").help("write `{1} = {2};`")),
    UNKNOWN_WORK_SPACE(error(541, "what is kept here needs an array of the extent `{0}`, which only a call tells")
            .help("let the index run over a size, and write `if … then … else …` for where it ends")),

    // ---- files
    FILE_NOT_READ(error(801, "cannot read `{0}`: {1}")),
    FILE_NOT_WRITTEN(error(802, "cannot write `{0}`: {1}")),

    // ---- warnings
    UNUSED_DEFINITION(warning(1, "nothing uses this definition of `{0}`")),
    UNUSED_PARAMETER(warning(2, "nothing uses the parameter `{0}`")),
    WITHOUT_EFFECT(warning(3, "no output depends on the parameter `{0}`")
            .help("if no derivative is wanted, write `const {0}`")),
    HIDDEN_FUNCTION(warning(4, "`{0}` hides the {1} of that name")),
    DERIVATIVE_CUT(warning(5, "the derivative ends here: `{1}` holds `{0}` fixed")
            .related("it is declared here")
            .help("if that is meant, write `stop_gradient(…)`")),
    FLAT_FUNCTION(warning(6, "the derivative of `{0}` is zero everywhere")
            .help("if that is meant, write `{0}(stop_gradient(…))`")),
    ZERO_DERIVATIVE(warning(7, "the derivative of the output `{0}` is zero everywhere")),
    OTHER_FOLDER(warning(8, "the folder of this file is not that of the package `{0}`")
            .help("imports go by folders: write the package that the folder says, or move the file")),
    ;

    private final Wording wording;

    Code(Wording wording) {
        this.wording = wording;
    }

    Wording wording() {
        return wording;
    }

    public Severity severity() {
        return wording.severity();
    }

    /** The code as it is printed, {@code E0101} or {@code W0001}. */
    public String label() {
        return String.format(Locale.ROOT, "%c%04d", severity().letter(), wording.number());
    }

    /** The code with that label, in whatever case it is written. */
    public static Optional<Code> of(String label) {
        return Arrays.stream(values())
                .filter(code -> code.label().equalsIgnoreCase(label))
                .findFirst();
    }
}

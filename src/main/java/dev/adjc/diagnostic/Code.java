package dev.adjc.diagnostic;

import static dev.adjc.diagnostic.Wording.error;

import java.util.Arrays;
import java.util.Optional;

/**
 * Every mistake that is reported, with its sentences.
 *
 * <p>01xx: how a program is written. 02xx: names. 03xx: kinds of values. A code keeps its number and its meaning for ever.
 * Each has a page {@code adjc/explain/E0101.md} among the resources and an example under {@code src/test/errors}.
 */
public enum Code {
    // ---- characters, words and numbers
    UNEXPECTED_CHARACTER(error(101, "`{0}` has no meaning here").help("{1}")),
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
    NEEDLESS_DECLARATION(
            error(113, "a definition begins with its name, without `{0}`").help("write `{1}`")),
    RETURN(error(114, "there is no `return`")
            .help("a function gives what stands after `->`: define that name, `y = …;`")),
    ASSIGNMENT_OPERATOR(error(115, "`{0}` is not an operator of this language").help("write `{1}`")),
    TERNARY(error(116, "there is no `?` operator").help("write `if c then a else b`")),
    REMAINDER_OPERATOR(error(117, "there is no `%` operator").help("write `mod(a, b)`; a comment begins with `//`")),

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
        return String.format("%c%04d", severity().letter(), wording.number());
    }

    /** The code with that label, in whatever case it is written. */
    public static Optional<Code> of(String label) {
        return Arrays.stream(values())
                .filter(code -> code.label().equalsIgnoreCase(label))
                .findFirst();
    }
}

/**
 * The text of a {@code .ad} file as a tree, and back: {@link dev.adjc.syntax.Parser} reads, {@link dev.adjc.syntax.Formatter} lays out.
 *
 * <p>Only this package knows ANTLR. It knows no names and no kinds: whether {@code f} exists, or whether {@code a < b} may
 * stand where it stands, is for {@code check}.
 *
 * <p>Central types: {@link dev.adjc.syntax.SourceUnit}, {@link dev.adjc.syntax.Declaration}, {@link
 * dev.adjc.syntax.Statement}, {@link dev.adjc.syntax.Expression}. Chains are flat, so that a sum of 100,000 terms is one
 * node with 100,000 children and no walk over the tree goes deeper than the brackets of the program. For example {@code
 * y = a - 2*b + c;} is
 *
 * <pre>{@code
 * Definition(Target(y),
 *     Sum(Name(a),
 *         [Term(MINUS, Product(Literal(2), [Factor(TIMES, Name(b))])),
 *          Term(PLUS, Name(c))]))
 * }</pre>
 */
@NullMarked
package dev.adjc.syntax;

import org.jspecify.annotations.NullMarked;

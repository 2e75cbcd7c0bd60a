/**
 * From checked functions to programs: {@link dev.adjc.lower.Lowering} walks a function's tree and writes a step for each
 * operation, with names resolved to values (single assignment), calls expanded in place and branches turned into guards.
 *
 * <p>Trusts that the tree was checked. Leaves nothing out and shares nothing: a program as lowered is what an evaluation trace shows.
 *
 * <pre>{@code
 *                                      c = x > 0
 * y = if x > 0 then log(x) else 0;  →  y = log(x)    if c
 *                                      y = copy(0)   if not c
 * }</pre>
 */
@NullMarked
package dev.adjc.lower;

import org.jspecify.annotations.NullMarked;

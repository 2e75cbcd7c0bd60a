/**
 * In which order a program is carried out and what is kept where: {@link dev.adjc.loop.Schedule} turns the list of steps into
 * {@link dev.adjc.loop.Routine}s of nested {@link dev.adjc.loop.Statement}s.
 *
 * <p>Steps along the same axes share a {@link dev.adjc.loop.Nesting nest} where all that is read is there in time; a part of
 * a statement is {@link dev.adjc.loop.Deferral put off} until something reads it, so that both come to share one. Of an
 * array only {@link dev.adjc.loop.Storage what must be} is kept: what lives within a round is a local variable, what one round
 * hands to the next has two places, and an array of the caller's is computed where it lies. What is {@link
 * dev.adjc.loop.Invariants the same in each round} is computed, or asked for, before them; what is {@link
 * dev.adjc.loop.Recomputation cheap} is computed again by each nest that reads it.
 *
 * <p>So a part of a single statement is no array along the axes of that statement, nor along those of the loops around it: at
 * most a row of it is kept, for one element at a time, where a reduction looks at its terms twice. What is the same along
 * outer axes, or is read by several statements, is computed once and kept.
 *
 * <p>A part of an expression that is read once is written where it is read; a value that is read after its routine ends
 * gets a slot of the work space, which is given to another value after its last use; what depends on no input is a
 * constant. No word of Java here, but the sizes that keep a routine small are measured in bytes of its class file.
 *
 * <pre>{@code
 * c = x > 0
 * t = log(x)    if c              if x > 0 {  y = log(x)  }
 * y = copy(t)   if c         →    else     {  y = -x      }
 * y = neg(x)    if not c
 *
 * t[m, n] = W[m, n] * x[n]   over m < M, n < N        for m < M {
 * q[m] += t[m, n]   over m < M, n < N            →        q = 0;  for n < N {  q += W[m, n] * x[n]  }
 * f += q[m]   over m < M                                  f += q  }
 * }</pre>
 */
@NullMarked
package dev.adjc.loop;

import org.jspecify.annotations.NullMarked;

/**
 * Programs drawn at random, for properties that must hold for all: {@link dev.adjc.random.ProgramGenerator} draws,
 * {@link dev.adjc.random.Trial} tries, {@link dev.adjc.random.Shrinker} makes small what failed.
 */
@NullMarked
package dev.adjc.random;

import org.jspecify.annotations.NullMarked;

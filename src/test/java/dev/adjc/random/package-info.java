/**
 * Programs drawn at random, for properties that must hold for all: {@link dev.adjc.random.ProgramGenerator} and {@link
 * dev.adjc.random.IndexedGenerator} draw, {@link dev.adjc.random.Batches} tries, {@link dev.adjc.random.Shrinker} makes small
 * what failed.
 */
@NullMarked
package dev.adjc.random;

import org.jspecify.annotations.NullMarked;

/** Candidates in a rehearsal: fictional people, what colleges send of them with known mistakes, and what the product must make of it. */
@NullMarked
package org.onex.rehearsal.people;

import org.jspecify.annotations.NullMarked;

/** The stage of papers: item banks loaded, papers assembled, read by two others and sealed, and everything that must be refused. */
@NullMarked
package org.onex.rehearsal.paper;

import org.jspecify.annotations.NullMarked;

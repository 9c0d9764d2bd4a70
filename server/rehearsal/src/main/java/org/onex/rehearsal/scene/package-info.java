/** What every stage of a rehearsal plays on: the parties, the notices, the centre as people reach it, and what must hold. It knows no stage. */
@NullMarked
package org.onex.rehearsal.scene;

import org.jspecify.annotations.NullMarked;

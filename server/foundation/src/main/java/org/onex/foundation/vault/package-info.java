/** Encryption and keyed hashes: what is stored or sent is readable only to whom it is meant for. */
@NullMarked
package org.onex.foundation.vault;

import org.jspecify.annotations.NullMarked;

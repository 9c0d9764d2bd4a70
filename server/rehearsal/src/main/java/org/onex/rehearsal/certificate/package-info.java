/** Stage {@code certificate}: who passed for good gets a certificate that body and college have signed, and anybody can verify it. */
@NullMarked
package org.onex.rehearsal.certificate;

import org.jspecify.annotations.NullMarked;

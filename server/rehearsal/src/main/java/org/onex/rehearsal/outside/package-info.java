/** What every look at the product from outside stands on: findings, JSON read by name, programs that are thrown away. It knows no examination. */
@NullMarked
package org.onex.rehearsal.outside;

import org.jspecify.annotations.NullMarked;

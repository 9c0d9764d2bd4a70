/** The few words that centre and node share: errors, money, windows of time, the working calendar. */
@NullMarked
package org.onex.contract.kernel;

import org.jspecify.annotations.NullMarked;

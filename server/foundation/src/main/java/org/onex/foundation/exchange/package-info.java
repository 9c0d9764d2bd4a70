/** How two machines that have met once know each other for ever after: keys, signed messages, sealed letters. Knows no exam word. */
@NullMarked
package org.onex.foundation.exchange;

import org.jspecify.annotations.NullMarked;

/** What travels between centre and node: a session's roster and papers before the exam, scripts and their proof after it. */
@NullMarked
package org.onex.contract.bundle;

import org.jspecify.annotations.NullMarked;

/** The exam server at a site: works without the Internet, answers to candidates and invigilators only. */
@NullMarked
package org.onex.node;

import org.jspecify.annotations.NullMarked;

/** What every HTTP interface of the product has in common: problems instead of sentences, pages instead of everything. */
@NullMarked
package org.onex.foundation.web;

import org.jspecify.annotations.NullMarked;

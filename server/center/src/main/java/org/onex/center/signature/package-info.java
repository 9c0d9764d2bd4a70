/** Digital signatures (数字签名): gives awarding bodies and colleges keys, vouches for them and signs files in their names. */
@NullMarked
@ApplicationModule(
        displayName = "signature",
        allowedDependencies = {})
package org.onex.center.signature;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

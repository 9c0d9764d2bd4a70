package org.onex.center.script;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onex.center.organization.Actor;
import org.springframework.stereotype.Service;

@Service
class OpenScript {
    ScriptView open(UUID script, @Nullable UUID node, @Nullable Integer revision, Actor actor) {
        throw new UnsupportedOperationException();
    }
}

package org.onex.center.marking;

import java.util.Optional;
import java.util.UUID;
import org.onex.center.organization.Actor;
import org.springframework.stereotype.Service;

@Service
class TakeWork {
    Optional<WorkView.DeskWork> next(String plan, Actor actor) {
        throw new UnsupportedOperationException();
    }

    WorkView.DeskWork again(UUID script, String item, Actor actor) {
        throw new UnsupportedOperationException();
    }
}

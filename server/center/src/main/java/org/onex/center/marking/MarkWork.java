package org.onex.center.marking;

import org.onex.center.organization.Actor;
import org.springframework.stereotype.Service;

@Service
class MarkWork {
    Work.Key mark(Work.Key key, int version, Judgement.Given given, Actor actor) {
        throw new UnsupportedOperationException();
    }
}

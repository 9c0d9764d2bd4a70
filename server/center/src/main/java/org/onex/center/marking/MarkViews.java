package org.onex.center.marking;

import org.jspecify.annotations.Nullable;
import org.onex.center.organization.Actor;
import org.onex.foundation.web.Page;
import org.onex.foundation.web.PageRequest;
import org.springframework.stereotype.Service;

@Service
class MarkViews {
    Page<PlanMarkingView> plans(PageRequest page, Actor actor) {
        throw new UnsupportedOperationException();
    }

    Page<ScriptMarkView> marks(String plan, Score.@Nullable State state, PageRequest page, Actor actor) {
        throw new UnsupportedOperationException();
    }
}

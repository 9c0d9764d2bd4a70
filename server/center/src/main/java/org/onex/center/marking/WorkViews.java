package org.onex.center.marking;

import org.jspecify.annotations.Nullable;
import org.onex.center.organization.Actor;
import org.onex.foundation.web.Page;
import org.onex.foundation.web.PageRequest;
import org.springframework.stereotype.Service;

@Service
class WorkViews {
    WorkView view(Work.Key key) {
        throw new UnsupportedOperationException();
    }

    Page<WorkView> works(String plan, WorkView.@Nullable State state, PageRequest page, Actor actor) {
        throw new UnsupportedOperationException();
    }
}

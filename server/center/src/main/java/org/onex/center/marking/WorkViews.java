package org.onex.center.marking;

import java.time.Clock;
import org.onex.center.organization.Actor;
import org.onex.foundation.web.Page;
import org.onex.foundation.web.PageRequest;
import org.springframework.stereotype.Component;

/** Makes pages of works as they stand now. */
@Component
class WorkViews {

    private final WorkList list;
    private final Clock clock;

    WorkViews(WorkList list, Clock clock) {
        this.list = list;
        this.clock = clock;
    }

    Page<WorkView> works(WorkList.Filter filter, PageRequest page, Actor actor) {
        var now = clock.instant();
        var rows = list.find(filter, actor, now, page.key(), page.size() + 1);
        var found = Page.of(rows, page.size(), list.count(filter, actor, now), WorkList.Row::key);
        return new Page<>(found.items().stream().map(WorkList.Row::view).toList(), found.next(), found.total());
    }
}

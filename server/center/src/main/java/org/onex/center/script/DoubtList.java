package org.onex.center.script;

import org.onex.center.organization.Actor;
import org.onex.foundation.web.Page;
import org.onex.foundation.web.PageRequest;
import org.springframework.stereotype.Repository;

@Repository
class DoubtList {
    Page<DoubtView> page(String plan, PageRequest page, Actor actor) {
        throw new UnsupportedOperationException();
    }
}

package org.onex.center.script;

import org.onex.center.organization.Actor;
import org.onex.foundation.web.Page;
import org.onex.foundation.web.PageRequest;
import org.springframework.stereotype.Component;

@Component
class ReturnViews {
    Page<ReturnPlanView> plans(PageRequest page, Actor actor) {
        throw new UnsupportedOperationException();
    }

    Page<SiteReturnView> returns(String plan, PageRequest page, Actor actor) {
        throw new UnsupportedOperationException();
    }
}

package org.onex.center.script;

import java.util.UUID;
import org.onex.center.node.EnrolledNode;
import org.springframework.stereotype.Service;

@Service
class TakeLists {
    ReturnController.ReturnStanding standing(UUID bundle, EnrolledNode node) {
        throw new UnsupportedOperationException();
    }

    ReturnController.ReturnProgress take(UUID bundle, ReturnController.ReturnAnnouncement said, EnrolledNode node) {
        throw new UnsupportedOperationException();
    }
}

package org.onex.center.candidate;

import java.util.List;

/** Everything of these enrolments is known now but whether name and number belong together (信息待认证). Published once per batch. */
public record EnrolmentsPending(List<EnrolmentKey> keys) {

    public EnrolmentsPending {
        keys = List.copyOf(keys);
    }
}

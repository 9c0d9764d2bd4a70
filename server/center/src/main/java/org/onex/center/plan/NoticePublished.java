package org.onex.center.plan;

import java.util.List;

/** A notice became public, and with it these plans. */
public record NoticePublished(String notice, List<String> plans) {}

package org.onex.center.marking;

import java.math.BigDecimal;
import java.util.Map;

final class Judgement {

    record Given(Map<String, BigDecimal> points, String remark) {}

    private Judgement() {}
}

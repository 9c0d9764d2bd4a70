package org.onex.center.marking;

import java.util.UUID;

final class Work {

    record Key(UUID script, String item) {}

    private Work() {}
}

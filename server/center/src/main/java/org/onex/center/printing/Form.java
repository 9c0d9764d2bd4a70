package org.onex.center.printing;

import java.io.IOException;
import org.onex.center.typesetting.Paper;

/** One kind of printed matter (考试物料), drawn for a room. */
interface Form {

    /** What the file calls itself. */
    String title(PrintedRoom room);

    void draw(PrintedRoom room, Paper paper) throws IOException;
}

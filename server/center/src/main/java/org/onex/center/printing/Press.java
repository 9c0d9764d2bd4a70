package org.onex.center.printing;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.onex.center.typesetting.Paper;
import org.onex.center.typesetting.TypeCase;

/** Draws a form for a room into a file (打印). */
final class Press {

    /** A file that was drawn; the same room gives the same bytes. */
    static final class Copy {

        private final byte[] content;
        private final int pages;

        private Copy(byte[] content, int pages) {
            this.content = content;
            this.pages = pages;
        }

        byte[] content() {
            return content.clone();
        }

        int pages() {
            return pages;
        }
    }

    private final TypeCase types;

    Press(TypeCase types) {
        this.types = types;
    }

    Copy print(Form form, PrintedRoom room) {
        try (var paper = new Paper(types, form.title(room), room.exam().made())) {
            form.draw(room, paper);
            int pages = paper.pages();
            return new Copy(paper.finish(), pages);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

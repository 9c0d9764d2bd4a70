package org.onex.node;

import java.io.IOException;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** A node on the way from its enrolment to an exam's return, at a centre of its own that is whole again after each test. */
@NodeTest
@TestPropertySource(properties = "onex.center=")
abstract class ReturnJourney {

    private static final String CODE = "4F7QK2M9XD0A1BCZYXWV";

    static PlayedCenter center;

    @Autowired
    JdbcClient jdbc;

    EnrolledNode node;

    @BeforeAll
    static void open() throws IOException {
        center = new PlayedCenter(UUID.randomUUID());
        center.giveOut(CODE);
    }

    @AfterAll
    static void close() {
        center.close();
    }

    @BeforeEach
    void enrol(@Autowired ApplicationContext context) {
        node = new EnrolledNode(context, center, CODE);
    }

    @AfterEach
    void leave() {
        center.mend();
        node.close();
    }
}

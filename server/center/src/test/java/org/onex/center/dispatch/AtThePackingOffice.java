package org.onex.center.dispatch;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.onex.center.CenterTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What begins where 003 is published, there are papers, and nobody sits anywhere yet; in a real database. */
@CenterTest
@Import({DispatchDesk.Configuration.class, PackingOffice.class, FileDisk.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class AtThePackingOffice {

    @LocalServerPort
    int port;

    @Autowired
    PackingOffice office;

    @Autowired
    DispatchDesk desk;

    @Autowired
    FileDisk disk;

    @Autowired
    JdbcClient jdbc;

    @BeforeAll
    void open() {
        office.open(port);
    }

    @BeforeEach
    void nobodySitsAnywhere() {
        desk.clear();
    }
}

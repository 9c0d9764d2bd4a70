package org.onex.center.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.onex.foundation.clock.Mode;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.json.JsonMapper;

class RequireHttpsTests {

    private static final String ADDRESS = "https://exam.example.org/";

    private static RequireHttps in(Mode mode, String address, boolean plainHttp) {
        return new RequireHttps(mode, address, plainHttp, JsonMapper.builder().build());
    }

    private static MockHttpServletRequest from(String remote, String method, String path) {
        var request = new MockHttpServletRequest(method, path);
        request.setRemoteAddr(remote);
        return request;
    }

    private static MockHttpServletResponse answer(RequireHttps door, MockHttpServletRequest request)
            throws ServletException, IOException {
        var response = new MockHttpServletResponse();
        door.doFilter(request, response, new MockFilterChain());
        return response;
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "exam.example.org", "http://exam.example.org"})
    void productionDoesNotStartWithoutAnHttpsAddress(String address) {
        assertThatIllegalStateException()
                .isThrownBy(() -> in(Mode.PRODUCTION, address, false))
                .withMessageContaining("onex.address");
    }

    @Test
    void productionStartsWithoutOneWhenSomebodySaysSo() throws ServletException, IOException {
        var door = in(Mode.PRODUCTION, "", true);
        assertThat(answer(door, from("192.0.2.7", "POST", "/api/access/session"))
                        .getStatus())
                .isEqualTo(200);
    }

    @Test
    void aDemonstrationNeedsNoHttps() throws ServletException, IOException {
        var door = in(Mode.DEMO, "", false);
        assertThat(answer(door, from("192.0.2.7", "GET", "/api/plan/plans")).getStatus())
                .isEqualTo(200);
    }

    @Test
    void dataIsRefusedByPlainHttp() throws ServletException, IOException {
        var answer = answer(in(Mode.PRODUCTION, ADDRESS, false), from("192.0.2.7", "POST", "/api/access/session"));
        assertThat(answer.getStatus()).isEqualTo(403);
        assertThat(answer.getContentAsString()).contains("access.https-required", "https://exam.example.org");
    }

    @Test
    void aPageIsFoundAtItsAddress() throws ServletException, IOException {
        var answer = answer(in(Mode.PRODUCTION, ADDRESS, false), from("192.0.2.7", "GET", "/console/plans"));
        assertThat(answer.getStatus()).isEqualTo(301);
        assertThat(answer.getHeader("Location")).isEqualTo("https://exam.example.org/console/plans");
    }

    @Test
    void whatCameByHttpsOrFromThisMachineGetsThrough() throws ServletException, IOException {
        var door = in(Mode.PRODUCTION, ADDRESS, false);
        var secure = from("192.0.2.7", "GET", "/api/clock");
        secure.setSecure(true);
        assertThat(answer(door, secure).getStatus()).isEqualTo(200);
        assertThat(answer(door, from("127.0.0.1", "GET", "/api/clock")).getStatus())
                .isEqualTo(200);
        assertThat(answer(door, from("0:0:0:0:0:0:0:1", "GET", "/api/clock")).getStatus())
                .isEqualTo(200);
    }
}

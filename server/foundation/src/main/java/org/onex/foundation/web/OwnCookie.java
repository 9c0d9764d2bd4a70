package org.onex.foundation.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.springframework.http.ResponseCookie;

/** A cookie that no script reads and no other site sends; over https it never travels without. */
public final class OwnCookie {

    private OwnCookie() {}

    /**
     * @param path what it is for; it is sent nowhere else
     * @param age  how long the browser keeps it; zero takes it away
     */
    public static String header(HttpServletRequest request, String name, String value, String path, Duration age) {
        return ResponseCookie.from(name, value)
                .httpOnly(true)
                .sameSite("Strict")
                .secure(request.isSecure())
                .path(path)
                .maxAge(age)
                .build()
                .toString();
    }
}

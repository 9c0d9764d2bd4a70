package org.onex.center.file;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.UUID;
import org.onex.center.organization.Actor;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Takes files; what is done with them is asked of the module that they are for. */
@RestController
@RequestMapping("/api/file/files")
class FileController {

    private final UploadFile upload;

    FileController(UploadFile upload) {
        this.upload = upload;
    }

    /**
     * A file that arrived whole.
     *
     * @param sha256 to be compared with the sender's own
     */
    record Uploaded(UUID id, String name, long bytes, String sha256) {}

    /** The body is the file as it is. */
    @PostMapping(consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @PreAuthorize("hasAuthority('file.upload')")
    @Operation(
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_OCTET_STREAM_VALUE,
                                            schema = @Schema(type = "string", format = "binary"))))
    Uploaded upload(@RequestParam String name, HttpServletRequest request, Actor actor) throws IOException {
        var file = upload.take(request.getInputStream(), name, request.getContentLengthLong(), actor);
        return new Uploaded(file.id(), file.name(), file.bytes(), file.sha256());
    }
}

package org.onex.center.organization;

import java.io.Serializable;

/**
 * A party of an examination, as others name it.
 *
 * @param code unique among parties of its kind
 */
public record Organization(OrganizationKind kind, String code, String name) implements Serializable {}

package org.onex.center.organization;

/** A party was entered, or its particulars changed. */
public record OrganizationChanged(Actor actor, Organization organization) {}

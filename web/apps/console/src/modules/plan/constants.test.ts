import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { mount } from '@vue/test-utils';
import { createPinia } from 'pinia';
import { describe, expect, it } from 'vitest';
import type { Component } from 'vue';
import FeesTable from './components/FeesTable.vue';
import MissingPanel from './components/MissingPanel.vue';
import NoticeFacts from './components/NoticeFacts.vue';
import NoticePlans from './components/NoticePlans.vue';
import PlanFacts from './components/PlanFacts.vue';
import PlanTable from './components/PlanTable.vue';
import SessionsTable from './components/SessionsTable.vue';
import StagesTable from './components/StagesTable.vue';

interface Property {
  enum?: string[];
  items?: { enum?: string[] };
}

const OPENAPI = resolve(import.meta.dirname, '../../../../../../server/center/openapi.json');
const schemas: Record<string, { properties?: Record<string, Property> }> = JSON.parse(readFileSync(OPENAPI, 'utf8')).components.schemas;

function constants(schema: string, property: string): string[] {
  const found = schemas[schema]?.properties?.[property];
  const values = found?.enum ?? found?.items?.enum ?? [];
  expect(values, `${schema}.${property} has no constants in openapi.json`).not.toEqual([]);
  return values;
}

document.body.innerHTML = '<div id="content"></div>';

function words(component: Component, props: object): string {
  return mount(component, { props: props as never, global: { plugins: [createPinia()], stubs: { RouterLink: true } } }).text();
}

const warnings = constants('Warning', 'code').map((code) => ({ code, facts: {} }));
const origins = constants('Origin', 'kind').map((kind) => ({ kind, section: '一', reason: '理由' }));
const origin = origins[0];
const valueOrigins = Object.fromEntries(origins.map((own, index) => [['date', 'from', 'to'][index] ?? 'rule', own]));
const qualification = { code: 'HK', name: '证书' };
const noted = { origin, valueOrigins };
const deadline = { date: '2024-04-29', closesAt: '2024-04-29T16:00:00Z', rule: '-14 d', warnings, ...noted };
const levels = constants('OfferingView', 'level');

const window = { subjects: constants('WindowView', 'subjects'), opens: '2024-05-18T06:00:00Z', closes: '2024-05-18T09:45:00Z', ...noted };
const offerings = levels.map((level) => ({ level, qualification, printedAs: '证书', sessions: [{ number: 1, windows: [window] }] }));
const stages = constants('StageView', 'kind').map((kind) => ({ kind, name: '阶段', from: '2024-05-01', work: [], warnings, ...noted }));
const fees = constants('FeeView', 'kind').flatMap((kind) =>
  levels.map((level) => ({ kind, level, amount: '380.00', qualification, origin })),
);
const plans = constants('PlanView', 'phase').map((phase) => ({
  ...{ phase, deadline, stages, warnings, offerings, fees, levels, origin, code: `HK-1-${phase.length}`, name: '计划' },
  ...{ alsoPrinted: [], examDates: ['2024-05-18'], qualifications: [qualification], awardingBody: { name: '组织' } },
}));
const rows = plans.map((plan) => ({ ...plan, deadline: plan.deadline.date, warnings: 1 }));

const PAGES: Record<string, [Component, object]> = {
  'the facts of a notice': [
    NoticeFacts,
    { notice: { code: 'HK', eligibility: { kinds: ['COLLEGE', 'PUBLIC'], nonPilotColleges: true, ...noted } } },
  ],
  'the plans of a notice': [NoticePlans, { notice: { plans } }],
  'what a notice lacks': [MissingPanel, { missing: constants('Missing', 'what').map((what) => ({ what, plan: 'HK-1' })) }],
  'the list of plans': [PlanTable, { plans: rows }],
  'the facts of a plan': [PlanFacts, { plan: plans[0] }],
  'the sessions of a plan': [SessionsTable, { offerings }],
  'the stages of a plan': [StagesTable, { stages }],
  'the fees of a plan': [FeesTable, { fees }],
};

describe('no constant of the server reaches', () => {
  it.each(Object.entries(PAGES))('%s', (_, [component, props]) => {
    const text = words(component, props);
    expect(text).toMatch(/\p{Script=Han}/u);
    expect(text).not.toMatch(/[A-Z_]{3,}|plan\.\w/);
  });
});

describe('the kinds of candidates', () => {
  it('are read in the words of the notices', () => {
    expect(words(...(PAGES['the facts of a notice'] as [Component, object]))).toContain('院校考生、社会考生');
  });
});

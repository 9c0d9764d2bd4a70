import { connect } from '@onex/client';

export { answer } from '@onex/client';

export const api = connect();

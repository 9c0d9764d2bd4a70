export { useAct } from '@onex/client';

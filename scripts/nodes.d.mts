/** The path of the node that the action is tried and measured on. */
export function actionNode(): Promise<string>;
